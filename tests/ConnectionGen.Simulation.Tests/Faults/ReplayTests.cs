namespace ConnectionGen.Simulation.Tests;

/// <summary>
/// Each fault, added by its method and read from YAML: both misbehave alike, twice with one seed byte for byte alike, and otherwise than a
/// device without faults.
/// </summary>
public sealed class ReplayTests
{
    private const int Seed = 7;

    private const string Device = """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "secret": {new_state: exec}
        exec:
          prompt: "%N#"
          commands:
            "show run": |
              line 1
              line 2
              line 3
            "reload": {response: Reloading, new_state: boot}
        boot:
          preface: Booting
          prompt: "boot> "
          commands:
            "": {new_state: login}
        """;

    private static readonly Dictionary<string, (FaultPlan Fluent, string Yaml)> s_faults = new(StringComparer.Ordinal)
    {
        ["latency"] = (Plan().Latency(Ms(1), Ms(3)), "latency: {delay: 0.001, jitter: 0.003}"),
        ["latency_on"] = (Plan().LatencyOn("show run", Ms(1), Ms(2)), "latency_on: {command: show run, delay: 0.001, jitter: 0.002}"),
        ["pieces"] = (Plan().Pieces(3, Ms(0.1)), "pieces: {bytes: 3, interval: 0.0001}"),
        ["cut_after"] = (Plan().CutAfter(100), "cut_after: 100"),
        ["cut_after, reset"] = (Plan().CutAfter(100, CutKind.Reset), "cut_after: {bytes: 100, kind: reset}"),
        ["cut_on"] = (Plan().CutOn("show run", 12), "cut_on: {command: show run, after_bytes: 12}"),
        ["cut_on, half closed"] = (Plan().CutOn("show run", 12, CutKind.HalfClose), "cut_on: {command: show run, after_bytes: 12, kind: half_close}"),
        ["cut_on, stalled"] = (Plan().CutOn("show run", 12, CutKind.Stall), "cut_on: {command: show run, after_bytes: 12, kind: stall}"),
        ["cut_at_random"] = (Plan().CutAtRandom(0.1, 30), "cut_at_random: {share: 0.1, within_bytes: 30}"),
        ["slow_accept"] = (Plan().SlowAccept(Ms(5)), "slow_accept: 0.005"),
        ["refuse_first"] = (Plan().RefuseFirst(1), "refuse_first: 1"),
        ["vty_limit"] = (Plan().VtyLimit(0, "no line"), "vty_limit: {sessions: 0, message: no line}"),
        ["no_echo"] = (Plan().NoEcho(), "no_echo:"),
        ["wrong_echo"] = (Plan().WrongEcho(0.2), "wrong_echo: 0.2"),
        ["garbage"] = (Plan().Garbage(4, 0.5), "garbage: {bytes: 4, share: 0.5}"),
        ["log_message"] = (Plan().LogMessage("%LINK-3-UPDOWN: Gi0/1", 0.3, isPromptRepeated: true), "log_message: [{text: '%LINK-3-UPDOWN: Gi0/1', share: 0.3, is_prompt_repeated: true}]"),
        ["line_in_output"] = (Plan().LineInOutput("%N#"), "line_in_output: '%N#'"),
        ["fail_login"] = (Plan().FailLogin(2, "password", "login"), "fail_login: {times: 2, password_state: password, next_state: login}"),
        ["reboot_on"] = (Plan().RebootOn("boot", null), "reboot_on: {state: boot}"),
        ["change_host_name"] = (Plan().ChangeHostName(4, "r2"), "change_host_name: {after_commands: 4, host_name: r2}"),
        ["only_in"] = (Plan().WrongEcho(0.5).OnlyIn("login", "password"), "wrong_echo: 0.5\nonly_in: [login, password]"),
        ["several at once"] = (
            Plan().Pieces(5).WrongEcho(0.1).Garbage(2, 0.3).LogMessage("a", 0.2).LogMessage("b", 0.2).CutAtRandom(0.02, 40),
            "pieces: 5\nwrong_echo: 0.1\ngarbage: {bytes: 2, share: 0.3}\nlog_message: [{text: a, share: 0.2}, {text: b, share: 0.2}]\ncut_at_random: {share: 0.02, within_bytes: 40}"),
    };

    /// <summary>These change when bytes come, not which.</summary>
    private static readonly string[] s_timesOnly = ["latency", "latency_on", "pieces", "slow_accept"];

    public static TheoryData<string> Names => [.. s_faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_gives_the_same_bytes_each_time_by_method_and_by_yaml(string name)
    {
        var (fluent, yaml) = s_faults[name];
        var first = await PlayedAsync(fluent);

        Assert.Equal(first, await PlayedAsync(fluent));
        Assert.Equal(first, await PlayedAsync(FaultPlan.Parse($"seed: {Seed}\n{yaml}")));
        Assert.Equal(Array.IndexOf(s_timesOnly, name) >= 0, first == await PlayedAsync(null));
    }

    [Fact]
    public void Every_method_that_adds_a_fault_has_its_key_and_is_replayed_here()
    {
        var methods = typeof(FaultPlan).GetMethods()
            .Where(method => method.DeclaringType == typeof(FaultPlan) && method is { IsStatic: false, IsSpecialName: false } && method.ReturnType == typeof(FaultPlan) && !method.Name.StartsWith('<'))
            .Select(method => string.Concat(method.Name.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString())));

        Assert.Empty(methods.Except(s_faults.Keys));
    }

    [Theory]
    [InlineData("latency", 2)]
    [InlineData("latency_on", 2)]
    [InlineData("slow_accept", 1)]
    public async Task Delays_are_the_same_each_time(string name, int delays)
    {
        var first = await DelaysAsync(s_faults[name].Fluent);

        Assert.Equal(first, await DelaysAsync(FaultPlan.Parse($"seed: {Seed}\n{s_faults[name].Yaml}")));
        Assert.Equal(delays, first.Distinct().Count());
    }

    private static FaultPlan Plan() => new(Seed);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Everything that two clients, one after the other, are sent before the device hangs up or says nothing more.</summary>
    private static async Task<string> PlayedAsync(FaultPlan? plan)
    {
        await using var device = SimulatedDevice.Start(MockData.Parse(Device), new() { HostName = "r1", Faults = plan });
        return await SessionAsync(device) + "\n=====\n" + await SessionAsync(device);
    }

    private static async Task<string> SessionAsync(SimulatedDevice device)
    {
        var sessions = device.SessionCount;
        try
        {
            await using var client = await RawClient.ConnectAsync(device.Port);
            var dialogue = "admin\rsecret\r" + string.Concat(Enumerable.Repeat("show run\r", 20)) + "reload\r";
            await client.SendAsync(dialogue + "\u0004");

            // what came before a reset is not the client's to see: the device's own record tells what it sent
            var shown = await client.ReadToEndAsync();
            if (device.SessionCount == sessions)
            {
                return "refused";
            }

            var session = device.Sessions[^1];
            await Eventually.TrueAsync(() => !session.IsOpen);
            return session.EndReason!.Contains("closed", StringComparison.Ordinal) || session.EndReason.Contains("Ctrl-D", StringComparison.Ordinal)
                ? $"{shown}\n{session.EndReason}"
                : $"{string.Concat(session.Transcript.Where(piece => piece.Direction == TranscriptDirection.Sent).Select(piece => piece.Text))}\n{session.EndReason}";
        }
        catch (Exception error) when (error is System.Net.Sockets.SocketException or IOException)
        {
            return "refused";
        }
    }

    /// <summary>The delays that a session asks its clock for.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> DelaysAsync(FaultPlan plan)
    {
        var time = new RecordingTime();
        await using var device = SimulatedDevice.Create(MockData.Parse(Device), new() { HostName = "r1", InitialState = "exec", TimeProvider = time, Faults = plan });
        await using var client = RawClient.Over(device.OpenStream());
        await client.SendAsync("show run\rshow run\r\u0004");
        await client.ReadToEndAsync();
        return [.. time.Delays];
    }

    /// <summary>The system's clock, which remembers what it was asked for under a second.</summary>
    private sealed class RecordingTime : TimeProvider
    {
        public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Delays { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.FromMilliseconds(200) && dueTime > TimeSpan.Zero)
            {
                Delays.Enqueue(dueTime);
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
