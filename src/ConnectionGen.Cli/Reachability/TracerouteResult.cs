namespace ConnectionGen.Cli;

/// <summary>The way to an address, as a device has found it.</summary>
/// <param name="Address">Whom it was for.</param>
/// <param name="Hops">The hops in their order; a hop that did not answer is there, too.</param>
/// <param name="Text">All that the device said; lines are separated by <c>\n</c>.</param>
public sealed record TracerouteResult(string Address, IReadOnlyList<TracerouteHop> Hops, string Text);

/// <summary>One hop.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Probes">The probes in their order.</param>
public sealed record TracerouteHop(int Number, IReadOnlyList<TracerouteProbe> Probes)
{
    /// <summary>Who answered, each once; several where packets take several ways, none where nobody did.</summary>
    public IReadOnlyList<string> Addresses => [.. Probes.Select(static probe => probe.Address).OfType<string>().Distinct(StringComparer.Ordinal)];
}

/// <summary>One probe.</summary>
/// <param name="Address">Who answered; null for nobody.</param>
/// <param name="Name">The name of who answered; null where only the address is known.</param>
/// <param name="RoundTrip">How long it took; null where no answer came.</param>
/// <param name="Mark">What the device remarks on it, such as <c>!H</c> for a host that cannot be reached; null for nothing.</param>
public sealed record TracerouteProbe(string? Address, string? Name, TimeSpan? RoundTrip, string? Mark);
