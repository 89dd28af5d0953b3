using System.Text.RegularExpressions;

namespace NetworkTests;

/// <summary>A line of <c>show bgp summary</c>.</summary>
public sealed partial record BgpNeighbor(string Address, int As, string State)
{
    /// <summary>An established session shows how many prefixes it received, any other its state.</summary>
    public bool IsEstablished => int.TryParse(State, out _);

    public static IReadOnlyList<BgpNeighbor> Parse(string summary) =>
        [.. Line().Matches(summary).Select(static line => new BgpNeighbor(line.Groups["address"].Value, int.Parse(line.Groups["as"].Value), line.Groups["state"].Value))];

    [GeneratedRegex(@"^(?<address>[0-9.]+)\s+4\s+(?<as>\d+)(?:\s+\d+){5}\s+\S+\s+(?<state>Idle \(Admin\)|\S+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
