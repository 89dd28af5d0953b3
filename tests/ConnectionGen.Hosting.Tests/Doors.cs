using System.Collections.Concurrent;

namespace ConnectionGen.Hosting.Tests;

/// <summary>What the devices of one test do; their connections find it through the testbed's options, as its environment.</summary>
public sealed class Doors
{
    private static readonly ConcurrentDictionary<string, Doors> s_all = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public Doors() => s_all[_id] = this;

    public HashSet<string> Locked { get; } = [];

    public HashSet<string> Silent { get; } = [];

    public HashSet<string> Broken { get; } = [];

    public HashSet<string> Stuck { get; } = [];

    public ConcurrentBag<string> Closed { get; } = [];

    public TestbedOptions ToOptions() => new() { Environment = name => name == nameof(Doors) ? _id : null };

    public static Doors Of(TestbedOptions options) => s_all[options.Environment(nameof(Doors))!];
}
