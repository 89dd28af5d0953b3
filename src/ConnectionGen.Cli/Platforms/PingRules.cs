using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform pings: data, which <c>PingAsync</c> reads. Of its words, what is null is what the platform's line does not know.</summary>
/// <remarks>In each, <c>{value}</c> is replaced by what was asked for; in <see cref="Wait"/> by seconds, and <c>{milliseconds}</c> by those.</remarks>
public sealed record PingRules
{
    /// <summary>The line: <c>{address}</c>, <c>{vrf}</c> and <c>{options}</c> are replaced.</summary>
    public string Command { get; init; } = "ping {vrf} {address} {options}";

    /// <summary>The line for an IPv6 address; null if it is the same.</summary>
    public string? Command6 { get; init; }

    /// <summary>How many requests are asked for where nothing is said; null for what the platform does by itself.</summary>
    public int? UsualCount { get; init; }

    /// <summary>True if the platform pings until it is interrupted, so that the library counts.</summary>
    public bool IsEndless { get; init; }

    /// <summary>The key that ends it.</summary>
    public string Interrupt { get; init; } = "\x1e";

    /// <summary>What names the VRF: <c>vrf {value}</c>.</summary>
    public string? Vrf { get; init; }

    /// <summary>What gives <see cref="PingOptions.Count"/>.</summary>
    public string? Count { get; init; }

    /// <summary>What gives <see cref="PingOptions.Size"/>.</summary>
    public string? Size { get; init; }

    /// <summary>What gives <see cref="PingOptions.Wait"/>.</summary>
    public string? Wait { get; init; }

    /// <summary>What gives <see cref="PingOptions.Source"/>.</summary>
    public string? Source { get; init; }

    /// <summary>What gives <see cref="PingOptions.TimeToLive"/>.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>What gives <see cref="PingOptions.TypeOfService"/>.</summary>
    public string? TypeOfService { get; init; }

    /// <summary>What gives <see cref="PingOptions.Dscp"/>.</summary>
    public string? Dscp { get; init; }

    /// <summary>What forbids fragments.</summary>
    public string? DontFragment { get; init; }

    /// <summary>What has the data of the replies compared.</summary>
    public string? Validate { get; init; }

    /// <summary>What has each reply shown.</summary>
    public string? Verbose { get; init; }

    /// <summary>What gives <see cref="PingOptions.Pattern"/>.</summary>
    public string? Pattern { get; init; }

    /// <summary>The dialog that asks field by field; null where there is none.</summary>
    public PingDialog? Dialog { get; init; }

    /// <summary>Answers that mean an error, beside those of any command.</summary>
    public IReadOnlyList<Regex> ErrorPatterns { get; init; } = [];
}

/// <summary>A dialog that asks field by field how to ping.</summary>
/// <param name="Command">What begins it; <c>{vrf}</c> is replaced.</param>
/// <param name="Questions">What it asks. Whatever else it asks is answered by Enter.</param>
public sealed record PingDialog(string Command, IReadOnlyList<PingQuestion> Questions);

/// <summary>A question of a ping's dialog.</summary>
/// <param name="Field">What it asks for.</param>
/// <param name="Question">What it looks like.</param>
public sealed record PingQuestion(PingField Field, Regex Question);

/// <summary>What a ping's dialog may ask for.</summary>
public enum PingField
{
    /// <summary>The protocol.</summary>
    Protocol,

    /// <summary>The address to ping.</summary>
    Address,

    /// <summary>The VRF.</summary>
    Vrf,

    /// <summary>How many requests.</summary>
    Count,

    /// <summary>The size of a request.</summary>
    Size,

    /// <summary>How long to wait for a reply.</summary>
    Wait,

    /// <summary>Whether to ask further questions.</summary>
    Extended,

    /// <summary>The address or interface to send from.</summary>
    Source,

    /// <summary>The time to live.</summary>
    TimeToLive,

    /// <summary>The type of service.</summary>
    TypeOfService,

    /// <summary>The DSCP value.</summary>
    Dscp,

    /// <summary>Whether to forbid fragments.</summary>
    DontFragment,

    /// <summary>Whether to compare the data of the replies.</summary>
    Validate,

    /// <summary>The data to fill requests with.</summary>
    Pattern,

    /// <summary>What to show and record, asked again until nothing is said.</summary>
    Show,

    /// <summary>Whether to go through sizes.</summary>
    Sweep,

    /// <summary>The smallest size.</summary>
    SweepFrom,

    /// <summary>The largest size.</summary>
    SweepTo,

    /// <summary>The distance between two sizes.</summary>
    SweepStep,
}
