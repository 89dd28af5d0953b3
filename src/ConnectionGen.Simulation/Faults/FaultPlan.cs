namespace ConnectionGen.Simulation;

/// <summary>
/// How a simulated device misbehaves. A plan is made by adding to an empty one; nothing in it changes later, so that one plan may serve
/// any number of devices. The same seed and the same typed lines give the same bytes, session by session. A plan is also a YAML file: see <see cref="Load"/>.
/// </summary>
/// <example>
/// <code>
/// var faults = new FaultPlan(seed: 7)
///     .Latency(TimeSpan.FromMilliseconds(20), jitter: TimeSpan.FromMilliseconds(30))
///     .Pieces(3)
///     .LogMessage("%LINK-3-UPDOWN: Interface Gi0/1, changed state to up", share: 0.2)
///     .CutOn("show tech-support", afterBytes: 10_000, CutKind.Reset);
/// </code>
/// </example>
public sealed record FaultPlan
{
    /// <summary>A plan without any fault.</summary>
    /// <param name="seed">What everything random in it comes from.</param>
    public FaultPlan(int seed = 0) => Seed = seed;

    /// <summary>What everything random in the plan comes from.</summary>
    public int Seed { get; }

    internal TimeSpan CommandLatency { get; private init; }

    internal TimeSpan LatencyJitter { get; private init; }

    internal IReadOnlyDictionary<string, (TimeSpan Delay, TimeSpan Jitter)> CommandLatencies { get; private init; } = new Dictionary<string, (TimeSpan, TimeSpan)>(StringComparer.Ordinal);

    internal int PieceLength { get; private init; }

    internal TimeSpan PieceInterval { get; private init; }

    internal Cut? SessionCut { get; private init; }

    internal IReadOnlyDictionary<string, Cut> CommandCuts { get; private init; } = new Dictionary<string, Cut>(StringComparer.Ordinal);

    internal RandomCut? AnyCut { get; private init; }

    internal TimeSpan AcceptDelay { get; private init; }

    internal int RefusedAccepts { get; private init; }

    internal FullVty? Full { get; private init; }

    internal bool IsEchoMissing { get; private init; }

    internal double WrongEchoShare { get; private init; }

    internal (int Bytes, double Share) GarbageBytes { get; private init; }

    internal IReadOnlyList<LoggedMessage> Messages { get; private init; } = [];

    internal IReadOnlyList<string> LinesInOutput { get; private init; } = [];

    internal FailingLogin? Login { get; private init; }

    internal IReadOnlyList<Reboot> Reboots { get; private init; } = [];

    internal IReadOnlyList<(int Commands, string HostName)> HostNames { get; private init; } = [];

    internal IReadOnlyList<string> States { get; private init; } = [];

    /// <summary>Reads a plan of a YAML file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="MockDataException">It is missing, not YAML, or not a plan; the message names the place and what is allowed.</exception>
    public static FaultPlan Load(string file) => Parse(MockDataFiles.Text(file), file);

    /// <summary>Reads a plan of YAML text: <c>seed</c>, and a key per fault, named like the method that adds it (<c>cut_on</c>) with the method's parameters.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What exceptions call it.</param>
    /// <exception cref="MockDataException">It is not YAML, or not a plan; the message names the place and what is allowed.</exception>
    /// <example>
    /// <code>
    /// FaultPlan.Parse("""
    ///     seed: 7
    ///     latency: {delay: 0.02, jitter: 0.03}
    ///     cut_on: {command: show tech-support, after_bytes: 10000, kind: reset}
    ///     """);
    /// </code>
    /// </example>
    public static FaultPlan Parse(string yaml, string name = "fault plan") => FaultPlanReader.Read(yaml, name);

    /// <summary>Each command is answered late.</summary>
    /// <param name="delay">How late.</param>
    /// <param name="jitter">At most so much later still, evenly spread.</param>
    public FaultPlan Latency(TimeSpan delay, TimeSpan jitter = default) => this with { CommandLatency = delay, LatencyJitter = jitter };

    /// <summary>A certain command is answered late, in place of <see cref="Latency"/>.</summary>
    /// <param name="command">The line.</param>
    /// <param name="delay">How late.</param>
    /// <param name="jitter">At most so much later still, evenly spread.</param>
    public FaultPlan LatencyOn(string command, TimeSpan delay, TimeSpan jitter = default) =>
        this with { CommandLatencies = new Dictionary<string, (TimeSpan, TimeSpan)>(CommandLatencies, StringComparer.Ordinal) { [command] = (delay, jitter) } };

    /// <summary>
    /// What happens to typed lines, to answers and at prompts (latency, random cuts, echo, garbage, log messages, lines in output) happens
    /// in these states only: while it logs in, for instance.
    /// </summary>
    /// <param name="states">The states.</param>
    public FaultPlan OnlyIn(params IReadOnlyList<string> states) => this with { States = [.. States, .. states] };

    /// <summary>Whatever is sent goes out in pieces.</summary>
    /// <param name="bytes">The bytes of a piece.</param>
    /// <param name="interval">The pause between two.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1.</exception>
    public FaultPlan Pieces(int bytes, TimeSpan interval = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return this with { PieceLength = bytes, PieceInterval = interval };
    }

    /// <summary>Each session is cut after so many bytes.</summary>
    /// <param name="bytes">The bytes that the device sends before, Telnet's included.</param>
    /// <param name="kind">How it is cut.</param>
    public FaultPlan CutAfter(long bytes, CutKind kind = CutKind.Close) => this with { SessionCut = new Cut(bytes, kind) };

    /// <summary>A session is cut when it types a certain line.</summary>
    /// <param name="command">The line.</param>
    /// <param name="afterBytes">The bytes of the answer that are still sent; the echo is not one of them.</param>
    /// <param name="kind">How it is cut.</param>
    public FaultPlan CutOn(string command, long afterBytes = 0, CutKind kind = CutKind.Close) =>
        this with { CommandCuts = new Dictionary<string, Cut>(CommandCuts, StringComparer.Ordinal) { [command] = new Cut(afterBytes, kind) } };

    /// <summary>A session is cut at some typed line, somewhere in the answer.</summary>
    /// <param name="share">The share of the lines that this happens at, 0 to 1.</param>
    /// <param name="withinBytes">The cut comes before so many bytes of the answer are sent; the echo is not one of them.</param>
    /// <param name="kind">How it is cut.</param>
    public FaultPlan CutAtRandom(double share, int withinBytes = 1000, CutKind kind = CutKind.Close) => this with { AnyCut = new RandomCut(Share(share), withinBytes, kind) };

    /// <summary>A new connection is left alone for a while.</summary>
    /// <param name="delay">How long nothing is sent.</param>
    public FaultPlan SlowAccept(TimeSpan delay) => this with { AcceptDelay = delay };

    /// <summary>The first connections to the device are reset at once.</summary>
    /// <param name="connections">How many.</param>
    public FaultPlan RefuseFirst(int connections) => this with { RefusedAccepts = connections };

    /// <summary>The device has only so many lines: further clients read a message and are hung up on.</summary>
    /// <param name="sessions">The sessions that there is room for.</param>
    /// <param name="message">What the others read.</param>
    public FaultPlan VtyLimit(int sessions, string message = "% Connection refused: all lines are in use") => this with { Full = new FullVty(sessions, message) };

    /// <summary>What is typed is not shown.</summary>
    public FaultPlan NoEcho() => this with { IsEchoMissing = true };

    /// <summary>Some of what is typed is shown as another character.</summary>
    /// <param name="share">The share of the characters, 0 to 1.</param>
    public FaultPlan WrongEcho(double share) => this with { WrongEchoShare = Share(share) };

    /// <summary>Bytes without meaning stand before some answers.</summary>
    /// <param name="bytes">How many each time; none of them is a line end or of Telnet.</param>
    /// <param name="share">The share of the answers, 0 to 1.</param>
    public FaultPlan Garbage(int bytes, double share = 1) => this with { GarbageBytes = (bytes, Share(share)) };

    /// <summary>A log message comes after some prompts, before anything is typed.</summary>
    /// <param name="text">The message, without line ends around it.</param>
    /// <param name="share">The share of the prompts, 0 to 1.</param>
    /// <param name="isPromptRepeated">Whether the prompt is shown again after it.</param>
    public FaultPlan LogMessage(string text, double share = 1, bool isPromptRepeated = false) =>
        this with { Messages = [.. Messages, new LoggedMessage(MockText.From($"\n{text}\n"), Share(share), isPromptRepeated)] };

    /// <summary>A line stands inside every answer of two lines or more: one that looks like a prompt, for instance.</summary>
    /// <param name="line">The line; <c>%N</c> is the host name.</param>
    public FaultPlan LineInOutput(string line) => this with { LinesInOutput = [.. LinesInOutput, line] };

    /// <summary>The first logins fail, whatever the password.</summary>
    /// <param name="times">How many, over all sessions of the device.</param>
    /// <param name="passwordState">The state that asks for the password.</param>
    /// <param name="nextState">The state that follows, the one that asks for the user for instance.</param>
    /// <param name="message">What is printed.</param>
    public FaultPlan FailLogin(int times, string passwordState, string nextState, string message = "% Login invalid") =>
        this with { Login = new FailingLogin(times, passwordState, nextState, MockText.From(message + "\n")) };

    /// <summary>When a session comes to a state, the device goes down: all sessions are reset and connections refused.</summary>
    /// <param name="state">The state.</param>
    /// <param name="downFor">For how long; null for ever.</param>
    public FaultPlan RebootOn(string state, TimeSpan? downFor) => this with { Reboots = [.. Reboots, new Reboot(state, downFor)] };

    /// <summary>The host name changes by itself.</summary>
    /// <param name="afterCommands">After so many lines typed in all sessions.</param>
    /// <param name="hostName">The new name.</param>
    public FaultPlan ChangeHostName(int afterCommands, string hostName) => this with { HostNames = [.. HostNames, (afterCommands, hostName)] };

    private static double Share(double share) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "a share is from 0 (never) to 1 (always)");

    internal sealed record Cut(long AfterBytes, CutKind Kind);

    internal sealed record RandomCut(double Share, int WithinBytes, CutKind Kind);

    internal sealed record FullVty(int Sessions, string Message);

    internal sealed record LoggedMessage(MockText Text, double Share, bool IsPromptRepeated);

    internal sealed record FailingLogin(int Times, string PasswordState, string NextState, MockText Message);

    internal sealed record Reboot(string State, TimeSpan? DownFor);
}
