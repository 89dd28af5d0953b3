using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>One fault in one phase: a router, a connection or a pool of two to it, and what comes of it.</summary>
internal sealed class Combination(FaultRow row, Phase phase, int seed) : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(0.4);
    private static readonly ReloadOptions s_reload = new() { BeforeReconnect = FaultyRouter.Outage, BetweenAttempts = FaultyRouter.Outage, Attempts = 20 };

    private readonly Witness _witness = new();
    private readonly CountedTime _time = new();
    private readonly List<SessionEntry>[] _records = [[], []];

    public FaultRow Row => row;

    public Phase Phase => phase;

    public bool IsSocket { get; } = row.NeedsSocket || (!row.NeedsMemory && seed % 3 == 0);

    public bool IsPool { get; } = phase is Phase.Command or Phase.Configure && !row.NeedsSocket && !row.LineIsTaken && seed % 4 == 1;

    public void Dispose() => _witness.Dispose();

    public override string ToString() => $"{row.Name} / {phase} / {seed}{(IsSocket ? " socket" : "")}{(IsPool ? " pool" : "")}";

    /// <summary>Runs it.</summary>
    /// <param name="window">The bytes that the phase sends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It was not as it should be.</exception>
    public async Task<CombinationResult> RunAsync((int From, int To) window, CancellationToken cancellationToken)
    {
        var aim = new Aim(phase, new Random((int)phase * 1000 + seed), IsSocket, window.From, window.To);
        var plan = row.Add(new FaultPlan(seed), aim);
        if (phase == Phase.Reload)
            plan = plan.RebootOn("reloading", FaultyRouter.Outage);
        var router = FaultyRouter.Start(plan, IsSocket);
        await using var lab = Testbed.Parse(Describe(router, row.FallsSilent(aim)), new TestbedOptions { LoggerFactory = _witness, TimeProvider = _time });
        var connections = Instantiate(lab.Devices["r1"], router);
        var limit = row.FallsSilent(aim) ? s_short : s_long;
        await ReachAsync(lab.Devices["r1"], router, cancellationToken);
        var outcome = await OutcomeAsync(() => ActAsync(lab.Devices["r1"], limit, cancellationToken));
        var outcomes = row.Outcomes(aim).Split('|');
        if (!outcomes.Contains(outcome.Name))
            throw new InvalidOperationException($"ended with {outcome.Name}, not {row.Outcomes(aim)}: {outcome.Error}");
        NoSlotIsLost(lab.Devices["r1"]);
        var afterwards = await AfterwardsAsync(lab.Devices["r1"], row.FallsSilent(aim), cancellationToken);
        await GuardAsync(lab.DisposeAsync().AsTask());
        await NothingIsLeftAsync(router, connections, cancellationToken);
        await GuardAsync(router.DisposeAsync().AsTask());
        foreach (var record in _records.Where(static record => record.Count > 0))
            _witness.Saw(record);
        if (_witness.FindSecret(row.ChangesEcho) is { } told)
            throw new InvalidOperationException($"a secret is in: {told}");
        return new CombinationResult(string.Join(" or ", outcomes), afterwards, [.. connections.Select(static connection => new WeakReference(connection))]);
    }

    // a connection gives up a tenth before its limit and says what it awaited: of four seconds that is time enough on a busy machine, too
    private string Describe(SimulatedDevice router, bool fallsSilent) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        devices:
          r1:
            os: ios
            credentials:
              default: {username: admin, password: {{FaultyRouter.Login}}}
              enable: {password: {{FaultyRouter.Enable}}}
              other: {username: somebody, password: {{FaultyRouter.Unsent}}}
            connections:
              defaults: {class: FaultyConnection}
              cli:
                protocol: telnet
                ip: 127.0.0.1
                port: {{router.Port}}
                pool_timeout: 2
                connection_timeout: {{(fallsSilent && phase.IsOpening() ? 4 : 60)}}
                timeout: {{(fallsSilent && phase == Phase.Enable ? s_short : s_long).TotalSeconds}}
                goto_enable: {{(phase > Phase.Enable ? "true" : "false")}}
        """);

    private FaultyConnection[] Instantiate(Device device, SimulatedDevice router)
    {
        FaultyConnection[] connections = IsPool ? [.. device.InstantiatePool<FaultyConnection>(2).Workers] : [device.Instantiate<FaultyConnection>()];
        foreach (var (connection, record) in connections.Zip(_records))
        {
            connection.ObserveSession(record.Add);
            if (!IsSocket)
                connection.Stream = router.OpenStream;
        }

        return connections;
    }

    // Faults that come before the phase are met before it: a second or third try must succeed.
    private async Task ReachAsync(Device device, SimulatedDevice router, CancellationToken cancellationToken)
    {
        var other = row.LineIsTaken ? router.OpenStream() : null;
        if (phase.IsOpening())
            return;
        for (var tries = 1; !device.IsConnected(); tries++)
        {
            var (name, error) = await OutcomeAsync(() => device.ConnectAsync(cancellationToken: cancellationToken));
            if (error is not null && tries == 3)
                throw new InvalidOperationException($"could not be connected: {name}", error);
            if (other is null)
                continue;
            await other.DisposeAsync();
            await WaitForAsync(() => !router.Sessions[0].IsOpen, "the other session to end", cancellationToken);
        }
    }

    private async Task ActAsync(Device device, TimeSpan limit, CancellationToken cancellationToken)
    {
        switch (phase)
        {
            case Phase.Connect or Phase.Login:
                await device.ConnectAsync(cancellationToken: cancellationToken);
                break;
            case Phase.Enable:
                await device.EnableAsync(cancellationToken);
                break;
            case Phase.Command:
                Check(FaultyRouter.Interfaces, await device.ExecuteAsync("show interfaces", limit, cancellationToken: cancellationToken));
                break;
            case Phase.Configure:
                Check("", await device.ConfigureAsync("interface Loopback0\ndescription ours", limit, cancellationToken: cancellationToken));
                break;
            case Phase.Reload:
                await device.ReloadAsync(s_reload, limit, cancellationToken);
                break;
            default:
                await device.DisconnectAsync(cancellationToken: cancellationToken);
                break;
        }
    }

    private void Check(string expected, string found)
    {
        var isRight = !row.AddsToAnswers ? found == expected : expected.Split('\n').All(line => found.Contains(line.Trim(), StringComparison.Ordinal));
        if (!isRight)
            throw new InvalidOperationException($"the answer is '{found}'");
    }

    // A name of the library's exceptions, shortened; others are what they are.
    private async Task<(string Name, Exception? Error)> OutcomeAsync(Func<Task> act)
    {
        try
        {
            await GuardAsync(act());
            return (FaultRow.Done, null);
        }
        catch (Exception e) when (e is IConnectionFailure)
        {
            _witness.Saw(e);
            return (e.GetType().Name.Replace("Exception", "", StringComparison.Ordinal), e);
        }
    }

    private static async Task GuardAsync(Task task)
    {
        if (await Task.WhenAny(task, Task.Delay(s_hang)) != task)
            throw new InvalidOperationException("hangs");
        await task;
    }

    private void NoSlotIsLost(Device device)
    {
        if (IsPool && device.ConnectionManager.Connections["default"] is ConnectionPool { Statistics: var found } && (found.Waiting > 0 || found.Free + found.Broken != found.Size))
            throw new InvalidOperationException($"a slot of the pool is lost: {found}");
    }

    private async Task<string> AfterwardsAsync(Device device, bool isSilent, CancellationToken cancellationToken)
    {
        if (!device.IsConnected())
            return "disconnected";
        string? answer = null;
        var (name, error) = await OutcomeAsync(async () => answer = await device.ExecuteAsync("show clock", isSilent ? s_short : s_long, cancellationToken: cancellationToken));
        return (name, error) switch
        {
            (FaultRow.Done, _) when answer!.Contains(FaultyRouter.Clock, StringComparison.Ordinal) => "usable",
            ("PoolTimeout" or "NotConnected", _) => "disconnected",
            ("LinkClosed", _) when !device.IsConnected() => "disconnected",
            (FaultRow.TimedOut, _) when isSilent => "silent",
            _ => throw new InvalidOperationException($"is not usable afterwards: {name} '{answer}'", error),
        };
    }

    private async Task NothingIsLeftAsync(SimulatedDevice router, FaultyConnection[] connections, CancellationToken cancellationToken)
    {
        await WaitForAsync(() => _time.Timers == 0, "timers", cancellationToken);
        await WaitForAsync(() => connections.All(static connection => connection.Links.InUse == 0), "links", cancellationToken);
        await WaitForAsync(() => router.Sessions.All(session => !session.IsOpen || (row.LineIsTaken && session.Number == 1)), "sessions", cancellationToken);
    }

    private static async Task WaitForAsync(Func<bool> isSo, string what, CancellationToken cancellationToken)
    {
        for (var i = 0; !isSo(); i++)
        {
            if (i == 3_000)
                throw new InvalidOperationException($"left: {what}");
            await Task.Delay(10, cancellationToken);
        }
    }
}

/// <summary>What came of a combination.</summary>
/// <param name="Outcome">How the phase ended.</param>
/// <param name="Afterwards">Whether the connection was usable then.</param>
/// <param name="Connections">Those who should be gone.</param>
internal sealed record CombinationResult(string Outcome, string Afterwards, IReadOnlyList<WeakReference> Connections);
