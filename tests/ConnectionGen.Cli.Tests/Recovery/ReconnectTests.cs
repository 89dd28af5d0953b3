using System.Globalization;
using ConnectionGen.Cli.Recovery;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Recovery;

/// <summary>Links that end by themselves: who is told, and who connects again.</summary>
public sealed class ReconnectTests
{
    private const string Router =
        """
        login:
          prompt: "Password: "
          commands:
            "right": {new_state: enable}
        enable:
          prompt: "r1#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "12:00"
            "die": "bye"
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_connects_by_itself_unless_it_is_asked_to()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port, "");
        var connection = await ConnectAndCutAsync(lab);
        Assert.False(connection.IsConnected);
        var e = await Assert.ThrowsAsync<NotConnectedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Contains("'default' of 'r1' via 'cli' is not connected", e.Message, StringComparison.Ordinal);
        Assert.Single(router.Sessions);
    }

    [Fact]
    public async Task A_link_that_has_ended_is_opened_again_and_no_command_is_repeated()
    {
        await using var router = await StartAsync();
        var log = new LogLines();
        await using var lab = Lab(router.Port, ", reconnect: {attempts: 3, delay: 0}", log);
        var connection = await ConnectAndCutAsync(lab);
        await WaitForAsync(log, "connected again");
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal(2, router.Sessions.Count);
        Assert.Equal(1, router.Sessions.Sum(static session => session.Commands.Count(static command => command.Text == "die")));
    }

    [Fact]
    public async Task Attempts_end_as_the_policy_says_and_the_connection_can_be_opened_by_hand()
    {
        var log = new LogLines();
        int port;
        Testbed lab;
        CliConnection connection;
        await using (var router = await StartAsync())
        {
            port = router.Port;
            lab = Lab(port, ", reconnect: {attempts: 2, delay: 0.05, longest_delay: 0.1}", log);
            connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        }

        await using var _ = lab;
        await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("show clock", cancellationToken: Token));
        await WaitForAsync(log, "not connected again");
        Assert.Equal(["'default' of 'r1' via 'cli': attempt 1 of 2 to connect again failed: ConnectFailedException"], log.Lines.Where(static line => line.Contains("to connect again failed", StringComparison.Ordinal)));
        Assert.Contains("'default' of 'r1' via 'cli': not connected again: ConnectFailedException", log.Lines);
    }

    [Fact]
    public async Task A_login_that_is_refused_is_not_tried_again()
    {
        var log = new LogLines();
        var logins = 0;
        var options = new SimulatedDeviceOptions { Faults = FaultPlan.Parse("cut_on: {command: die}") };
        options.Hooks["login"] = async (session, line, cancellationToken) =>
        {
            if (line != "right" || Interlocked.Increment(ref logins) == 1)
                return false;
            await session.WriteAsync("% Bad passwords", cancellationToken);
            return true;
        };
        await using var router = await SimulatedDevice.StartAsync(MockData.Parse(Router), options, Token);
        await using var lab = Lab(router.Port, ", reconnect: {attempts: 5, delay: 0}", log);
        await ConnectAndCutAsync(lab);
        await WaitForAsync(log, "not connected again");
        Assert.Contains("'default' of 'r1' via 'cli': not connected again: AuthenticationFailedException", log.Lines);
        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task Who_disconnects_wants_no_connection_again()
    {
        await using var router = await StartAsync();
        var log = new LogLines();
        await using var lab = Lab(router.Port, ", reconnect: {attempts: 3, delay: 0.3}", log);
        var connection = await ConnectAndCutAsync(lab);
        await connection.DisconnectAsync(Token);
        await Task.Delay(600, Token);
        Assert.False(connection.IsConnected);
        Assert.Single(router.Sessions);
    }

    [Fact]
    public async Task The_end_of_a_link_is_told_also_where_nobody_calls()
    {
        await using var router = await SimulatedDevice.StartAsync(MockData.Parse(Router), new SimulatedDeviceOptions { IdleLimit = TimeSpan.FromSeconds(2) }, Token);
        await using var lab = Lab(router.Port, "");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var disconnected = connection.Disconnected;
        Assert.False(disconnected.IsCancellationRequested);
        await CancelledAsync(disconnected);
        Assert.False(connection.IsConnected);
        Assert.True(connection.Disconnected.IsCancellationRequested);
        await connection.ConnectAsync(Token);
        Assert.False(connection.Disconnected.IsCancellationRequested);
        await connection.DisconnectAsync(Token);
    }

    [Fact]
    public async Task Disconnecting_is_told_too()
    {
        await using var router = await StartAsync();
        await using var lab = Lab(router.Port, "");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var disconnected = connection.Disconnected;
        await connection.DisconnectAsync(Token);
        await CancelledAsync(disconnected);
    }

    [Theory]
    [InlineData(0, 1, 60, "attempts")]
    [InlineData(1, -1, 60, "delay")]
    [InlineData(1, 1, -1, "longestDelay")]
    public void A_policy_that_cannot_be_is_refused(int attempts, int delay, int longestDelay, string parameter) => Assert.Throws<ArgumentOutOfRangeException>(
        parameter, () => new ReconnectPolicy(attempts, TimeSpan.FromSeconds(delay), TimeSpan.FromSeconds(longestDelay)));

    [Fact]
    public async Task Waits_begin_with_the_delay_and_grow_up_to_the_longest()
    {
        var policy = new ReconnectPolicy(attempts: 20, delay: TimeSpan.FromSeconds(2), longestDelay: TimeSpan.FromSeconds(60));
        var time = new HurriedTime();
        var attempts = 0;

        await Reconnection.RunAsync(policy, RefuseAsync, "r1", time, new LogLines(), Token);

        Assert.Equal(20, attempts);
        Assert.Equal(20, time.Waits.Count);
        Assert.Equal(policy.Delay, time.Waits[0]);
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, policy.LongestDelay));
        // each is chosen by chance; of the last ten, which would be minutes and days, not all can be short
        Assert.Contains(policy.LongestDelay, time.Waits.TakeLast(10));

        Task RefuseAsync(CancellationToken cancellationToken)
        {
            attempts++;
            throw new IOException("The device is not there.");
        }
    }

    private static async Task CancelledAsync(CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token, Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await Task.Delay(Timeout.InfiniteTimeSpan, limit.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        Assert.True(token.IsCancellationRequested);
    }

    private static async Task WaitForAsync(LogLines log, string text)
    {
        for (var attempt = 0; attempt < 500 && !log.Lines.Any(line => line.Contains(text, StringComparison.Ordinal)); attempt++)
            await Task.Delay(20, Token);
        Assert.True(log.Lines.Any(line => line.Contains(text, StringComparison.Ordinal)), string.Join('\n', log.Lines));
    }

    private static async Task<CliConnection> ConnectAndCutAsync(Testbed lab)
    {
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("die", cancellationToken: Token));
        return connection;
    }

    private static Task<SimulatedDevice> StartAsync() =>
        SimulatedDevice.StartAsync(MockData.Parse(Router), new SimulatedDeviceOptions { Faults = FaultPlan.Parse("cut_on: {command: die}") }, Token);

    private static Testbed Lab(int port, string keys, LogLines? log = null) => Testbed.Parse(
        string.Create(CultureInfo.InvariantCulture, $"devices: {{r1: {{os: ios, credentials: {{default: {{password: right}}}}, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, port: {port}{keys}}}}}}}}}"),
        new TestbedOptions { LoggerFactory = log ?? new LogLines() });
}
