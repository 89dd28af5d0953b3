using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>What a user meets when a device does not let in or does not answer: one message that says where and what was awaited, and nothing stays behind.</summary>
public sealed class FailedConnectTests
{
    private const string Router =
        """
        login:
          prompt: "Username: "
          commands:
            "admin":
              new_state: password
        password:
          prompt: "Password: "
          commands:
            "right":
              new_state: enable
            "wrong-secret":
              response: "% Bad passwords"
              new_state: login
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
        """;

    public enum Way
    {
        Connection,
        Blocking,
        Pool,
        Testbed,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Way> Ways => new(Enum.GetValues<Way>());

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_device_that_accepts_and_stays_silent(Way way)
    {
        await using var peer = new SpeechlessPeer();
        await using var lab = Lab(peer.Port);
        var error = await Fails(lab, way);
        Assert.IsType<ExpectTimeoutException>(error);
        Assert.StartsWith($"{Where(way)} (127.0.0.1:{peer.Port} by telnet): not seen within 0.9 s: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing came", error.Message, StringComparison.OrdinalIgnoreCase);
        await NothingIsLeft(lab, peer, way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_device_that_sends_but_never_prompts(Way way)
    {
        await using var peer = new SpeechlessPeer("Welcome to the lab\r\nbooting ...\r\n");
        await using var lab = Lab(peer.Port);
        var error = await Fails(lab, way);
        Assert.IsType<ExpectTimeoutException>(error);
        Assert.StartsWith($"{Where(way)} (127.0.0.1:{peer.Port} by telnet): not seen within 0.9 s: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("booting ...", error.Message, StringComparison.Ordinal);
        Assert.Contains("prompt", error.Message, StringComparison.Ordinal);
        await NothingIsLeft(lab, peer, way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_ssh_server_that_stays_silent(Way way)
    {
        await using var peer = new SpeechlessPeer();
        await using var lab = Lab(peer.Port, protocol: "ssh");
        var error = await Fails(lab, way);
        Assert.Equal(ConnectFailure.TimedOut, Assert.IsType<ConnectFailedException>(error).Failure);
        Assert.StartsWith($"{Where(way)}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{peer.Port}", error.Message, StringComparison.Ordinal);
        await NothingIsLeft(lab, peer, way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Something_that_speaks_but_no_ssh(Way way)
    {
        await using var peer = new SpeechlessPeer("220 mail.example ESMTP\r\n");
        await using var lab = Lab(peer.Port, protocol: "ssh");
        var error = await Fails(lab, way);
        Assert.IsType<ConnectFailedException>(error);
        Assert.StartsWith($"{Where(way)}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{peer.Port}", error.Message, StringComparison.Ordinal);
        await NothingIsLeft(lab, peer, way);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_wrong_password(Way way)
    {
        await using var router = await SimulatedDevice.StartAsync(MockData.Parse(Router), new SimulatedDeviceOptions { HostName = "r1", InitialState = "login" }, Token);
        await using var lab = Lab(router.Port);
        var error = await Fails(lab, way);
        Assert.IsType<AuthenticationFailedException>(error);
        Assert.Equal($"{Where(way)} (127.0.0.1:{router.Port} by telnet): the login was refused ('% Bad passwords') after the credentials 'default' were sent.", error.Message);
        Assert.DoesNotContain("wrong-secret", error.ToString(), StringComparison.Ordinal);
        Assert.False(lab.Devices["r1"].IsConnected());
        for (var i = 0; i < 500 && router.Sessions.Any(session => session.IsOpen); i++)
            await Task.Delay(10, Token);
        Assert.DoesNotContain(router.Sessions, session => session.IsOpen);
        Assert.Equal(way == Way.Pool ? 3 : 1, router.SessionCount);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_closed_port(Way way)
    {
        await using var lab = Lab(ClosedPort());
        var error = await Fails(lab, way);
        Assert.IsType<ConnectFailedException>(error);
        Assert.Equal($"{Where(way)}: Cannot connect to 127.0.0.1:{lab.Devices["r1"].Paths["cli"].Port}: connection refused: nobody listens at that port.", error.Message);
        Assert.False(lab.Devices["r1"].IsConnected());
    }

    [Fact]
    public async Task Where_one_worker_of_a_pool_is_refused_no_session_stays_on_the_device()
    {
        var options = new SimulatedDeviceOptions { HostName = "r1", InitialState = "enable", Faults = new FaultPlan().VtyLimit(2) };
        await using var router = await SimulatedDevice.StartAsync(MockData.Parse(Router), options, Token);
        await using var lab = Lab(router.Port);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectPoolAsync<CliConnection>(3, cancellationToken: Token));
        Assert.Matches(@"^'default\[[123]\]' of 'r1' via 'cli'", error.Message);
        Assert.False(lab.Devices["r1"].IsConnected());
        for (var i = 0; i < 500 && router.Sessions.Any(session => session.IsOpen); i++)
            await Task.Delay(10, Token);
        Assert.DoesNotContain(router.Sessions, session => session.IsOpen);
    }

    [Fact]
    public async Task Where_some_devices_of_a_testbed_fail_each_is_named_and_the_others_are_connected()
    {
        await using var router = await SimulatedDevice.StartAsync(MockData.Parse(Router), new SimulatedDeviceOptions { HostName = "good", InitialState = "enable" }, Token);
        await using var peer = new SpeechlessPeer();
        await using var lab = Testbed.Parse($"testbed: {{name: lab}}\ndevices:\n{Device("closed", ClosedPort())}{Device("good", router.Port)}{Device("silent", peer.Port)}");
        var error = await Assert.ThrowsAsync<AggregateException>(() => lab.ConnectAsync(cancellationToken: Token));
        Assert.StartsWith("Of testbed 'lab' these could not be connected: 'closed', 'silent'.", error.Message, StringComparison.Ordinal);
        Assert.Equal([typeof(ConnectFailedException), typeof(ExpectTimeoutException)], error.InnerExceptions.Select(inner => inner.GetType()));
        Assert.Equal([false, true, false], lab.Devices.Values.Select(device => device.IsConnected()));
        await peer.AllHungUpAsync(Token);
    }

    [Fact]
    public async Task No_failure_is_left_for_the_finalizer()
    {
        var unobserved = new List<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) =>
        {
            lock (unobserved)
                unobserved.Add(e.Exception.ToString());
        };
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            foreach (var way in Enum.GetValues<Way>())
            {
                await A_device_that_accepts_and_stays_silent(way);
                await An_ssh_server_that_stays_silent(way);
                await A_wrong_password(way);
                await A_closed_port(way);
            }

            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.True(unobserved.Count == 0, string.Join("\n\n", unobserved));
    }

    private static string Where(Way way) => way == Way.Pool ? "'default[1]' of 'r1' via 'cli'" : "'default' of 'r1' via 'cli'";

    private static async Task<Exception> Fails(Testbed lab, Way way)
    {
        var r1 = lab.Devices["r1"];
        var failing = way switch
        {
            Way.Connection => r1.ConnectAsync(cancellationToken: Token),
            Way.Blocking => Task.Run(() => r1.Connect(cancellationToken: Token), Token),
            Way.Pool => r1.ConnectPoolAsync<CliConnection>(3, cancellationToken: Token),
            _ => lab.ConnectAsync(cancellationToken: Token),
        };
        var error = await Assert.ThrowsAnyAsync<Exception>(() => failing.WaitAsync(TimeSpan.FromSeconds(15), Token));
        return way == Way.Testbed ? Assert.Single(Assert.IsType<AggregateException>(error).InnerExceptions) : error;
    }

    private static async Task NothingIsLeft(Testbed lab, SpeechlessPeer peer, Way way)
    {
        Assert.False(lab.Devices["r1"].IsConnected());
        Assert.All(lab.Devices["r1"].ConnectionManager.Connections.Values, connection => Assert.False(connection.IsConnected));
        Assert.Equal(way == Way.Pool ? 3 : 1, peer.Accepted);
        await peer.AllHungUpAsync(Token);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Testbed Lab(int port, string protocol = "telnet") => Testbed.Parse($"testbed: {{name: lab}}\ndevices:\n{Device("r1", port, protocol)}");

    private static string Device(string name, int port, string protocol = "telnet") => string.Create(
        CultureInfo.InvariantCulture,
        $"  {name}: {{os: ios, credentials: {{default: {{username: admin, password: wrong-secret}}}}, connections: {{cli: {{protocol: {protocol}, ip: 127.0.0.1, port: {port}, connection_timeout: 1}}}}}}\n");
}
