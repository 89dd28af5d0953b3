namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform copies files: data, which <c>CopyAsync</c> reads. What it asks is answered by the request.</summary>
public sealed record CopyRules
{
    /// <summary>The line: <c>{source}</c>, <c>{destination}</c>, <c>{vrf}</c> and <c>{options}</c> are replaced.</summary>
    public string Command { get; init; } = "copy {options} {source} {destination} {vrf}";

    /// <summary>What names the VRF on the line: <c>vrf {value}</c>. Null where the platform asks, or knows none.</summary>
    public string? Vrf { get; init; }

    /// <summary>The key that ends a copy.</summary>
    public string Interrupt { get; init; } = "\x03";
}
