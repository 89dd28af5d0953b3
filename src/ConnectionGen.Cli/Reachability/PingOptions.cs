using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli;

/// <summary>
/// How to ping, in one set of words for all platforms. What a platform's line does not know is answered in its dialog, where it has one; what neither
/// knows is refused before anything is typed.
/// </summary>
/// <example><code>
/// await edge.PingAsync("192.0.2.1", new PingOptions { Vrf = "mgmt", Count = 100, Size = 1500, DontFragment = true });
/// </code></example>
public sealed record PingOptions
{
    /// <summary>How many echo requests to send; what is usual on the platform, mostly 5, unless said otherwise.</summary>
    public int? Count { get; init; }

    /// <summary>The size in bytes, as the platform counts it: some with the IP header, some without.</summary>
    public int? Size { get; init; }

    /// <summary>How long the device waits for a reply; whole seconds on most platforms.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The address or interface to send from.</summary>
    public string? Source { get; init; }

    /// <summary>The VRF, routing instance or VPN instance to send in.</summary>
    public string? Vrf { get; init; }

    /// <summary>The time to live.</summary>
    public int? TimeToLive { get; init; }

    /// <summary>The type of service, as a number.</summary>
    public int? TypeOfService { get; init; }

    /// <summary>The DSCP value, as the platform writes it.</summary>
    public string? Dscp { get; init; }

    /// <summary>True to forbid fragments.</summary>
    public bool DontFragment { get; init; }

    /// <summary>True to have the data of the replies compared.</summary>
    public bool Validate { get; init; }

    /// <summary>True to have each reply shown.</summary>
    public bool Verbose { get; init; }

    /// <summary>The data to fill requests with, such as <c>0xABCD</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Sizes to go through; null for one size.</summary>
    public PingSweep? Sweep { get; init; }

    /// <summary>The protocol as the platform's dialog calls it, such as <c>ipv6</c>; found from the address unless said otherwise.</summary>
    public string? Protocol { get; init; }

    /// <summary>True to answer the platform's dialog, field by field, also where its line would do.</summary>
    public bool ByDialog { get; init; }

    /// <summary>Answers to questions of the dialog that have no property here; asked before the others.</summary>
    public Dialog Reply { get; init; } = Dialog.Empty;

    /// <summary>True if a ping without a single reply is a result like others, and no exception.</summary>
    public bool MayFail { get; init; }
}

/// <summary>Sizes to go through, one request each.</summary>
/// <param name="From">The smallest, in bytes.</param>
/// <param name="To">The largest, in bytes.</param>
/// <param name="Step">The distance between two.</param>
public sealed record PingSweep(int From, int To, int Step = 1);
