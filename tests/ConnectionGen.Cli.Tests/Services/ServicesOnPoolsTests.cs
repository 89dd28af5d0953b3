using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>The services that take several steps, on a pool: each call has a worker for itself, async and blocking.</summary>
public sealed class ServicesOnPoolsTests : IAsyncLifetime
{
    private static readonly MockData s_data = MockData.Parse(
        """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "secret-1": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "ping 192.0.2.1": |
              !!!!!
              Success rate is 100 percent (5/5), round-trip min/avg/max = 1/2/4 ms
            "traceroute 192.0.2.1": "  1 192.0.2.1 1 msec 2 msec 1 msec"
            "copy flash:a flash:b": {new_state: destination}
            "show running-config": "hostname router-1"
            "show redundancy states": "  my state = 13 -ACTIVE\n  peer state = 8  -STANDBY HOT"
            "reload": {new_state: reload_confirm}
            "exit": {new_state: goodbye}
        destination:
          prompt: "Destination filename [b]? "
          commands:
            "": {response: "4096 bytes copied in 0.1 secs", new_state: enable}
        reload_confirm:
          prompt: "Proceed with reload? [confirm]"
          commands:
            "": {new_state: reloading}
        reloading:
          preface: "%SYS-5-RELOAD: Reload requested"
        goodbye:
          new_state: nowhere
        """);

    private readonly SimulatedDevice _router = SimulatedDevice.Start(s_data, new SimulatedDeviceOptions
    {
        HostName = "router-1",
        InitialState = "login",
        Faults = new FaultPlan(1).RebootOn("reloading", TimeSpan.FromMilliseconds(100)),
    });

    private Testbed _lab = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Device R1 => _lab.Devices["r1"];

    public async ValueTask InitializeAsync()
    {
        _lab = Testbed.Parse(
            $"devices: {{r1: {{os: ios, credentials: {{default: {{username: admin, password: secret-1}}}}, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, port: {_router.Port.ToString(CultureInfo.InvariantCulture)}}}}}}}}}");
        await R1.ConnectPoolAsync<CliConnection>(2, "pool", cancellationToken: Token);
    }

    [Fact, Behaviour("SV-54", "SV-61", "SV-77", "SV-78")]
    public async Task Each_call_has_a_worker_for_itself()
    {
        var pool = R1.Alias("pool");
        var pings = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.PingAsync("192.0.2.1", cancellationToken: Token)));
        var copies = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.CopyAsync(new CopyRequest("flash:a", "flash:b"), cancellationToken: Token)));
        Assert.All(await pings, static ping => Assert.Equal((5, 5), (ping.Sent, ping.Received)));
        Assert.All(await copies, static copy => Assert.Equal(4096, copy.Bytes));
        Assert.Equal("192.0.2.1", (await pool.TracerouteAsync("192.0.2.1", cancellationToken: Token)).Address);
        Assert.Equal("hostname router-1", await pool.GetConfigAsync(cancellationToken: Token));
        Assert.Equal("STANDBY HOT", (await pool.SyncStateAsync(cancellationToken: Token)).Peer);
    }

    [Fact]
    public void The_blocking_twins_do_the_same()
    {
        var pool = R1.Alias("pool");
        Assert.Equal(5, pool.Ping("192.0.2.1", cancellationToken: Token).Received);
        Assert.Equal(4096, pool.Copy(new CopyRequest("flash:a", "flash:b"), cancellationToken: Token).Bytes);
        Assert.Single(pool.Traceroute("192.0.2.1", cancellationToken: Token).Hops);
        Assert.Equal("hostname router-1", pool.GetConfig(cancellationToken: Token));
        Assert.True(pool.GetRedundancy(cancellationToken: Token).IsStandbyReady);
    }

    [Fact, Behaviour("SV-69")]
    public async Task A_reload_on_a_pool_brings_its_worker_back_and_the_pool_mends_the_other()
    {
        var pool = R1.Alias("pool");
        var quick = new ReloadOptions { Quiet = TimeSpan.FromMilliseconds(100), BeforeReconnect = TimeSpan.FromMilliseconds(50), BetweenAttempts = TimeSpan.FromMilliseconds(50) };
        var back = await pool.ReloadAsync(quick, cancellationToken: Token);
        Assert.True(back.LostLink);
        // the other worker's link has ended with the router: at most one call finds that out
        var answers = new List<string>();
        for (var call = 0; call < 6; call++)
        {
            try
            {
                answers.Add(await pool.GetConfigAsync(cancellationToken: Token));
            }
            catch (LinkClosedException)
            {
                answers.Add("closed");
            }
        }

        Assert.InRange(answers.Count(static answer => answer == "closed"), 0, 1);
        Assert.All(answers.Where(static answer => answer != "closed"), static answer => Assert.Equal("hostname router-1", answer));
        Assert.Equal("hostname router-1", (pool.Reload(quick, cancellationToken: Token), pool.GetConfig(cancellationToken: Token)).Item2);
    }

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        await _router.DisposeAsync();
    }
}
