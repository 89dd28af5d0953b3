using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>A fault of the simulation, aimed at a phase, and what may come of it.</summary>
/// <param name="Key">The fault's key in a plan's YAML.</param>
/// <param name="Variant">Which one, where there are several; else empty.</param>
/// <param name="Add">Adds it to a plan.</param>
/// <param name="Outcomes">What the phase may end with.</param>
internal sealed record FaultRow(string Key, string Variant, Func<FaultPlan, Aim, FaultPlan> Add, Func<Aim, string> Outcomes)
{
    public const string Done = "done", Closed = "LinkClosed", TimedOut = "ExpectTimeout", Refused = "AuthenticationFailed", NoAnswer = "ConnectFailed", NotBack = "ReloadFailed", NoAnswerOrClosed = NoAnswer + "|" + Closed;

    public string Name => Variant.Length == 0 ? Key : $"{Key}: {Variant}";

    /// <summary>True where the device falls silent for ever, so that only the limit ends the wait.</summary>
    public Func<Aim, bool> FallsSilent { get; init; } = static _ => false;

    /// <summary>True for what happens to sockets alone.</summary>
    public bool NeedsSocket { get; init; }

    /// <summary>True for what is counted in bytes, which Telnet's own would upset.</summary>
    public bool NeedsMemory { get; init; }

    /// <summary>True where another session has the only line at first.</summary>
    public bool LineIsTaken { get; init; }

    /// <summary>True where answers have more in them than they should.</summary>
    public bool AddsToAnswers { get; init; }

    /// <summary>True where what is typed comes back as another text, secrets too.</summary>
    public bool ChangesEcho { get; init; }

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        new("latency", "", static (plan, aim) => plan.Latency(Milliseconds(1 + aim.Chance.Next(5)), Milliseconds(10)).OnlyIn(aim.Phase.States()), Harmless),
        new("latency_on", "", static (plan, aim) => plan.LatencyOn(aim.Phase.Line(aim.Chance), Milliseconds(10), Milliseconds(10)), Harmless),
        new("pieces", "", static (plan, aim) => plan.Pieces(1 + aim.Chance.Next(4)), Harmless),
        .. Cuts("cut_after", static (plan, aim, kind) => plan.CutAfter(aim.FromByte + 1 + aim.Chance.Next(Math.Max(1, aim.ToByte - aim.FromByte - 2)), kind), needsMemory: true),
        .. Cuts("cut_on", static (plan, aim, kind) => plan.CutOn(aim.Phase.Line(aim.Chance), aim.Chance.Next(8), kind), needsMemory: false),
        .. Cuts("cut_at_random", static (plan, aim, kind) => plan.CutAtRandom(share: 1, withinBytes: 8, kind).OnlyIn(aim.Phase.States()), needsMemory: false),
        new("slow_accept", "", static (plan, aim) => plan.SlowAccept(Milliseconds(10 + aim.Chance.Next(30))), Harmless),
        new("refuse_first", "", static (plan, _) => plan.RefuseFirst(1), static aim => aim.Phase.IsOpening() ? NoAnswerOrClosed : Done) { NeedsSocket = true },
        new("vty_limit", "", static (plan, _) => plan.VtyLimit(1), static aim => aim.Phase.IsOpening() ? "NoFreeLine" : Done) { LineIsTaken = true },
        new("no_echo", "", static (plan, aim) => plan.NoEcho().OnlyIn(aim.Phase.States()), Harmless),
        new("wrong_echo", "", static (plan, aim) => plan.WrongEcho(0.3).OnlyIn(aim.Phase.States()), Harmless) { AddsToAnswers = true, ChangesEcho = true },
        new("garbage", "", static (plan, aim) => plan.Garbage(1 + aim.Chance.Next(12)).OnlyIn(aim.Phase.States()), Harmless) { AddsToAnswers = true },
        new("log_message", "", static (plan, aim) => plan.LogMessage("*Mar 1 00:01: %LINK-3-UPDOWN: Gi0/1 up", 0.5).OnlyIn(aim.Phase.Prompts()), Harmless) { AddsToAnswers = true },
        new("log_message", "prompt repeated", static (plan, aim) => plan.LogMessage("*Mar 1 00:01: %LINK-3-UPDOWN: Gi0/1 up", 1, isPromptRepeated: true).OnlyIn(aim.Phase.States()), Harmless) { AddsToAnswers = true },
        new("line_in_output", "", static (plan, aim) => plan.LineInOutput("%N#").OnlyIn(aim.Phase.States()), Harmless) { AddsToAnswers = true },
        new("fail_login", "", static (plan, _) => plan.FailLogin(1, "password", "login"), static aim => aim.Phase.IsOpening() ? Refused : Done),
        new("reboot_on", "comes back", static (plan, aim) => plan.RebootOn(aim.Phase.Entered(), FaultyRouter.Outage), Rebooted),
        new("reboot_on", "for ever", static (plan, aim) => plan.RebootOn(aim.Phase.Entered(), downFor: null), static aim => aim.Phase == Phase.Reload ? NotBack : Rebooted(aim)),
        new("change_host_name", "", static (plan, aim) => plan.ChangeHostName(aim.Phase.LinesBefore() + 1, "moved-2"), Harmless),
    ];

    private static IEnumerable<FaultRow> Cuts(string key, Func<FaultPlan, Aim, CutKind, FaultPlan> add, bool needsMemory) => Enum.GetValues<CutKind>().Select(kind =>
        new FaultRow(key, kind == CutKind.HalfClose ? "half close" : kind.ToString().ToLowerInvariant(), (plan, aim) => add(plan, aim, kind), aim => !Silences(kind, aim) ? Ended(aim) : aim.Phase switch { Phase.Disconnect => Done, Phase.Reload => NotBack, _ => TimedOut })
        {
            NeedsMemory = needsMemory,
            FallsSilent = aim => Silences(kind, aim),
        });

    // without a socket there is no half of a connection to close
    private static bool Silences(CutKind kind, Aim aim) => kind == CutKind.Stall || (kind == CutKind.HalfClose && !aim.IsSocket);

    private static string Harmless(Aim aim) => Done;

    // a link that closes is what a reload is about, and a logout
    private static string Ended(Aim aim) => aim.Phase is Phase.Disconnect or Phase.Reload ? Done : Closed;

    // a socket may be reset before it is known to be open
    private static string Rebooted(Aim aim) => aim is { Phase: Phase.Connect, IsSocket: true } ? NoAnswerOrClosed : Ended(aim);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}

/// <summary>Where a fault is aimed.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Chance">Chooses what the fault leaves open.</param>
/// <param name="IsSocket">Whether the link is a socket.</param>
/// <param name="FromByte">How many bytes the device has sent when the phase begins.</param>
/// <param name="ToByte">How many when it ends.</param>
internal sealed record Aim(Phase Phase, Random Chance, bool IsSocket, int FromByte, int ToByte);
