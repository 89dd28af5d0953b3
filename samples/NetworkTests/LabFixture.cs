using ConnectionGen;
using ConnectionGen.Simulation;
using ConnectionGen.Xunit;
using NetworkTests;

[assembly: AssemblyFixture(typeof(LabFixture))]
[assembly: AttachSessionsOnFailure]

namespace NetworkTests;

/// <summary>
/// One testbed for all tests. Where the lab is up (LAB_DIR is set then) it is the real routers; elsewhere two simulated ones, which answer what the tests
/// ask. The tests do not know the difference.
/// </summary>
public sealed class LabFixture : TestbedFixture<Lab>
{
    private readonly string _knownHosts = Path.GetTempFileName();
    private SimulatedLab? _simulated;

    public bool IsReal { get; } = Environment.GetEnvironmentVariable("LAB_DIR") is { Length: > 0 };

    /// <summary>One page of what was tested, beside the results.</summary>
    protected override string ReportFile => Beside("TestResults/report.html");

    protected override async Task<Lab> LoadAsync(TestbedOptions options, CancellationToken cancellationToken)
    {
        _simulated = IsReal ? null : await SimulatedLab.StartAsync(Beside("lab.yaml"), Simulate, cancellationToken);
        return await Lab.LoadAsync(_simulated?.TestbedFile, options, cancellationToken);
    }

    // a lab's routers are made anew with every run, and so are their host keys
    protected override TestbedOptions CreateOptions() => base.CreateOptions() with { HostKeys = HostKeyPolicy.AcceptNew, KnownHostsFile = _knownHosts };

    protected override Task OnLoadedAsync(Lab testbed, CancellationToken cancellationToken) => testbed.ConnectAsync(cancellationToken: cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_simulated is not null)
            await _simulated.DisposeAsync();

        File.Delete(_knownHosts);
    }

    private static SimulatedSetup Simulate(LabDevice device) => new(MockData.Load(Beside($"mock/{device.Name}.yaml")));

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
