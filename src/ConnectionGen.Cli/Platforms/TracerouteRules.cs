using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform traces a route: data, which <c>TracerouteAsync</c> reads. Of its words, what is null is what the platform does not know.</summary>
/// <remarks>In each, <c>{value}</c> is replaced by what was asked for.</remarks>
public sealed record TracerouteRules
{
    /// <summary>The line: <c>{address}</c>, <c>{vrf}</c> and <c>{options}</c> are replaced.</summary>
    public string Command { get; init; } = "traceroute {vrf} {address} {options}";

    /// <summary>The key that ends it.</summary>
    public string Interrupt { get; init; } = "\x1e";

    /// <summary>What names the VRF.</summary>
    public string? Vrf { get; init; }

    /// <summary>What gives <see cref="TracerouteOptions.Source"/>.</summary>
    public string? Source { get; init; }

    /// <summary>What leaves names out.</summary>
    public string? Numeric { get; init; }

    /// <summary>What gives <see cref="TracerouteOptions.Probes"/>.</summary>
    public string? Probes { get; init; }

    /// <summary>What gives <see cref="TracerouteOptions.Wait"/>, in seconds.</summary>
    public string? Wait { get; init; }

    /// <summary>What says where to begin and end: <c>{first}</c> and <c>{last}</c>. Only what is in it can be asked for.</summary>
    public string? Hops { get; init; }

    /// <summary>What gives <see cref="TracerouteOptions.Port"/>.</summary>
    public string? Port { get; init; }

    /// <summary>Answers that mean an error, beside those of any command.</summary>
    public IReadOnlyList<Regex> ErrorPatterns { get; init; } = [];
}
