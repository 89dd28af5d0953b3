using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Reachability;
using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Tests.Connections;
using ConnectionGen.Cli.Tests.Services;
using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Cli.Tests.Reachability;

/// <summary>Pings and traceroutes: by line, by dialog, in the words of each platform; what they find, and what they refuse.</summary>
public sealed class PingTests
{
    private const string Replies = "!!!!!\r\nSuccess rate is 100 percent (5/5), round-trip min/avg/max = 1/2/4 ms\r\nr1# ";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-54")]
    public async Task A_recorded_ios_is_pinged_by_its_line_and_by_its_dialog()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios"), "ios", "enable", Token);
        var ping = await device.Connection.PingAsync("1.1.1.1", cancellationToken: Token);
        Assert.Equal((5, 5, 1.0), (ping.Sent, ping.Received, ping.Average!.Value.TotalMilliseconds));
        ping = await device.Connection.PingAsync("1.1.1.1", new PingOptions { ByDialog = true }, cancellationToken: Token);
        Assert.Equal(5, ping.Received);
        ping = await device.Connection.PingAsync("1.1.1.1", new PingOptions { Vrf = "management", ByDialog = true }, cancellationToken: Token);
        Assert.Equal(3, ping.Longest!.Value.TotalMilliseconds);
        Assert.Equal(["ping 1.1.1.1", "ping", "", "1.1.1.1", "", "", "", "n", "n", "ping vrf management", "", "1.1.1.1", "", "", "", "n", "n"], device.Typed);
    }

    [Fact, Behaviour("SV-55")]
    public async Task What_the_line_does_not_know_is_answered_in_the_recorded_dialog_of_extended_commands()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios"), "ios", "enable", Token);
        var ping = await device.Connection.PingAsync("1.1.1.1", new PingOptions { Vrf = "mgmt", Verbose = true }, cancellationToken: Token);
        Assert.Equal((5, 5, 8.0), (ping.Sent, ping.Received, ping.Longest!.Value.TotalMilliseconds));
        Assert.Contains("Reply to request 4 (8 ms)", ping.Text, StringComparison.Ordinal);
        Assert.Equal(["ping vrf mgmt", "", "1.1.1.1", "", "", "", "y", "", "", "", "", "", "", "", "v", "", "n"], device.Typed);
    }

    [Fact, Behaviour("SV-58")]
    public async Task A_recorded_ping_without_a_reply_is_an_exception_unless_it_may_fail()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios"), "ios", "enable", Token);
        var e = await Assert.ThrowsAsync<PingFailedException>(() => device.Connection.PingAsync("10.10.10.10", cancellationToken: Token));
        Assert.Equal("'default' of 'dut' via 'cli': no reply from '10.10.10.10' to any of 5 pings.", e.Message);
        Assert.Equal((5, 0), (e.Result!.Sent, e.Result.Received));
        Assert.Contains("Success rate is 0 percent (0/5)", e.Text, StringComparison.Ordinal);
        var ping = await device.Connection.PingAsync("10.10.10.10", new PingOptions { MayFail = true }, cancellationToken: Token);
        Assert.False(ping.IsReachable);
    }

    [Fact]
    public async Task Recorded_linux_and_nxos_are_pinged()
    {
        await using var linux = await ConformanceDevice.ConnectAsync(MockFolder.Load("linux", "ping -A -c", "ping -c "), "linux", "exec", Token);
        var ping = await linux.Connection.PingAsync("127.0.0.1", cancellationToken: Token);
        Assert.Equal((5, 5, 0.023), (ping.Sent, ping.Received, ping.Average!.Value.TotalMilliseconds));
        ping = await linux.Connection.PingAsync("127.0.0.1", new PingOptions { Count = 10 }, cancellationToken: Token);
        Assert.Equal(10, ping.Received);
        await Assert.ThrowsAsync<PingFailedException>(() => linux.Connection.PingAsync("2.2.2.2", cancellationToken: Token));
        await using var nxos = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos", "exec", Token);
        ping = await nxos.Connection.PingAsync("2003::7010", new PingOptions { Vrf = "management" }, cancellationToken: Token);
        Assert.Equal((5, 0.504), (ping.Received, ping.Average!.Value.TotalMilliseconds));
    }

    [Theory]
    [InlineData("ios", "ping vrf red 10.0.0.1 repeat 3 size 200 timeout 2 source Lo0 df-bit", "traceroute vrf red 10.0.0.1 source Lo0 numeric timeout 2 probe 1 ttl 2 9 port 33000")]
    [InlineData("iosxr", "ping vrf red 10.0.0.1 count 3 size 200 timeout 2 source Lo0 donotfrag", "traceroute vrf red 10.0.0.1 source Lo0 numeric timeout 2 probe 1 minttl 2 maxttl 9 port 33000")]
    [InlineData("nxos", "ping 10.0.0.1 count 3 packet-size 200 timeout 2 source Lo0 df-bit vrf red", null)]
    [InlineData("eos", "ping vrf red 10.0.0.1 repeat 3 size 200 timeout 2 source Lo0 df-bit", null)]
    [InlineData("junos", "ping 10.0.0.1 count 3 size 200 wait 2 source Lo0 do-not-fragment routing-instance red", null)]
    [InlineData("linux", "ip vrf exec red ping -c 3 -s 200 -W 2 -I Lo0 -M do 10.0.0.1", "ip vrf exec red traceroute -s Lo0 -n -w 2 -q 1 -f 2 -m 9 -p 33000 10.0.0.1")]
    [InlineData("sros", "ping 10.0.0.1 count 3 size 200 timeout 2 source-address Lo0 do-not-fragment router-instance red", null)]
    [InlineData("sros-classic", "ping 10.0.0.1 count 3 size 200 timeout 2 source Lo0 do-not-fragment router red", null)]
    [InlineData("comware", "ping -c 3 -s 200 -t 2000 -a Lo0 -f -vpn-instance red 10.0.0.1", null)]
    public async Task Options_are_said_in_the_words_of_the_platform(string os, string ping, string? trace)
    {
        await using var router = await StartAsync(os);
        router.Reply = line => "Success rate is 100 percent (3/3)\r\n 1  10.0.0.1 (10.0.0.1) 1 ms\r\n" + router.Greeting;
        await router.Connection.PingAsync(
            "10.0.0.1",
            new PingOptions { Vrf = "red", Count = 3, Size = 200, Wait = TimeSpan.FromMilliseconds(2000), Source = "Lo0", DontFragment = true },
            cancellationToken: Token);
        Assert.EndsWith($"{ping}\r", router.Link.Sent, StringComparison.Ordinal);
        var options = new TracerouteOptions { Vrf = "red", Source = "Lo0", Numeric = true, Wait = TimeSpan.FromSeconds(2), Probes = 1, FirstHop = 2, LastHop = 9, Port = 33000 };
        if (trace is null)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.TracerouteAsync("10.0.0.1", options, cancellationToken: Token));
            options = new TracerouteOptions { Vrf = "red" };
        }

        var hops = await router.Connection.TracerouteAsync("10.0.0.1", options, cancellationToken: Token);
        Assert.Equal("10.0.0.1", hops.Hops.Single().Addresses.Single());
        if (trace is not null)
            Assert.EndsWith($"{trace}\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-53")]
    public async Task A_dialog_is_answered_field_by_field_and_what_it_asks_beside_by_the_caller_or_enter()
    {
        string[] questions =
        [
            "Protocol [ip]: ", "Target IP address: ", "Repeat count [5]: ", "Datagram size [100]: ", "Timeout in seconds [2]: ", "Extended commands [n]: ",
            "Ingress ping [n]: ", "Source address or interface: ", "DSCP Value [0]: ", "Type of service [0]: ", "Set DF bit in IP header? [no]: ", "Validate reply data? [no]: ",
            "Data pattern [0x0000ABCD]: ", "Loose, Strict, Record, Timestamp, Verbose[none]: ", "Sweep range of sizes [n]: ", "Sweep min size [36]: ", "Sweep max size [18024]: ",
            "Sweep interval [1]: ",
        ];
        await using var router = await MemoryRouter.StartAsync();
        var asked = 0;
        router.Reply = _ => asked < questions.Length ? questions[asked++] : Replies;
        await router.Connection.PingAsync(
            "10.0.0.1",
            new PingOptions
            {
                Protocol = "ip", Count = 7, Size = 64, Wait = TimeSpan.FromSeconds(1), Source = "Lo0", Dscp = "ef", TypeOfService = 8, DontFragment = true, Validate = true, Pattern = "0xFFFF",
                Sweep = new PingSweep(64, 128, 8), Reply = new Dialog(DialogStatement.Line(new("^Ingress ping"), "y")),
            },
            cancellationToken: Token);
        Assert.EndsWith("\rping\rip\r10.0.0.1\r7\r64\r1\ry\ry\rLo0\ref\r8\ry\ry\r0xFFFF\r\ry\r64\r128\r8\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_ping_is_counted_and_interrupted()
    {
        await using var router = await MemoryRouter.StartAsync("frr");
        router.Reply = static line => line.StartsWith("ping", StringComparison.Ordinal)
            ? "64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.1 ms\r\n64 bytes from 10.0.0.1: icmp_seq=2 ttl=64 time=0.1 ms\r\n"
            : "r1# ";
        router.Link.OnText = static text => text == "\x03" ? "^C\r\n2 packets transmitted, 2 received, 0% packet loss, time 1001ms\r\nrtt min/avg/max/mdev = 0.1/0.1/0.1/0.0 ms\r\nr1# " : null;
        var ping = await router.Connection.PingAsync("10.0.0.1", new PingOptions { Count = 2 }, cancellationToken: Token);
        Assert.Equal((2, 2), (ping.Sent, ping.Received));
        Assert.EndsWith("\rping 10.0.0.1\r\x03", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_ping_without_a_reply_is_interrupted_when_its_time_is_over()
    {
        var time = new FakeTimeProvider();
        await using var device = new ScriptedDevice(CliPlatforms.Frr, time) { Reply = static _ => "PING 10.0.0.9 (10.0.0.9) 56(84) bytes of data.\r\n" };
        device.Link.OnText = static text => text == "\x03" ? "^C\r\n2 packets transmitted, 0 received, 100% packet loss, time 1001ms\r\nr1# " : null;
        await PassAsync(time, device.FindPromptAsync("r1# "));
        var start = time.GetUtcNow();
        using var deadline = new Deadline(time, TimeSpan.FromMinutes(1), Token);
        var ping = new Ping(device.Line, "'r1'").RunAsync("10.0.0.9", new PingOptions { Count = 2, MayFail = true }, deadline).AsTask();
        await PassAsync(time, ping);
        Assert.Equal((2, 0), ((await ping).Sent, (await ping).Received));
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30));
        Assert.EndsWith("ping 10.0.0.9\r\x03", device.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-60")]
    public async Task A_traceroute_that_does_not_end_in_time_is_interrupted_and_the_connection_is_usable()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "  1  *  *  *\r\n";
        router.Link.OnText = static text => text == "\x1e" ? "\r\nr1# " : null;
        await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.TracerouteAsync("10.0.0.1", timeout: TimeSpan.FromMilliseconds(50), cancellationToken: Token));
        router.Reply = static _ => "12:00\r\nr1# ";
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Contains("\rtraceroute 10.0.0.1\r\x1eshow clock\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("% Unrecognized host or address, or protocol not running.", typeof(CommandFailedException))]
    [InlineData("ping: connect: Network is unreachable", typeof(CommandFailedException))]
    [InlineData("% Invalid input detected at '^' marker.", typeof(CommandFailedException))]
    [InlineData("something else", typeof(PingFailedException))]
    [InlineData("", typeof(PingFailedException))]
    public async Task An_answer_that_is_no_ping_is_an_exception_that_says_what_came(string answer, Type exception)
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = _ => (answer.Length > 0 ? answer + "\r\n" : "") + "r1# ";
        var e = await Assert.ThrowsAsync(exception, () => router.Connection.PingAsync("nobody", cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': ", e.Message, StringComparison.Ordinal);
        if (e is PingFailedException failed)
        {
            Assert.Null(failed.Result);
            Assert.StartsWith("'default' of 'r1' via 'cli': what the device says to 'ping nobody' is no result of a ping. " + (answer.Length > 0 ? "The last lines that came:\n  | something else" : "Nothing came."), e.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"'default' of 'r1' via 'cli': 'ping nobody' failed: {answer}", e.Message);
        }
    }

    [Theory]
    [InlineData("10.0.0.1; reload")]
    [InlineData("10.0.0.1 repeat 1000")]
    [InlineData("-f")]
    [InlineData("10.0.0.1\nreload")]
    [InlineData("$(id)")]
    public async Task What_is_no_address_is_refused_before_it_is_typed(string address)
    {
        await using var router = await MemoryRouter.StartAsync();
        var typed = router.Link.Sent;
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.PingAsync(address, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.TracerouteAsync(address, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.PingAsync("10.0.0.1", new PingOptions { Source = address }, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => router.Connection.PingAsync("10.0.0.1", new PingOptions { Count = -1 }, cancellationToken: Token));
        Assert.Equal(typed, router.Link.Sent);
    }

    [Fact]
    public async Task What_a_platform_does_not_know_is_refused_before_it_is_typed()
    {
        await using var router = await MemoryRouter.StartAsync("frr");
        var typed = router.Link.Sent;
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.PingAsync("10.0.0.1", new PingOptions { Size = 1500 }, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'frr' knows no size of a ping.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.TracerouteAsync("10.0.0.1", new TracerouteOptions { Vrf = "red" }, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'frr' knows no VRF of a traceroute.", e.Message);
        Assert.Equal(typed, router.Link.Sent);
    }

    [Fact]
    public async Task Device_alias_pool_and_blocking_twin_ping_alike()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => Replies;
        Assert.Equal(5, (await router.Device.PingAsync("10.0.0.1", cancellationToken: Token)).Received);
        Assert.Equal(5, router.Device.Ping("10.0.0.1", cancellationToken: Token).Received);
        Assert.Equal(5, (await router.Device.Alias("default").PingAsync("10.0.0.1", cancellationToken: Token)).Received);
        Assert.Equal(5, router.Connection.Ping("10.0.0.1", cancellationToken: Token).Received);
        Assert.Empty(router.Connection.Traceroute("10.0.0.1", cancellationToken: Token).Hops);
    }

    // lets the clock go on until something is done
    private static async Task PassAsync(FakeTimeProvider time, Task task)
    {
        for (var i = 0; i < 1000 && !task.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(task, Task.Delay(2, Token));
        }

        await task;
    }

    private static Task<MemoryRouter> StartAsync(string os) => MemoryRouter.StartAsync(os, ", init_exec_commands: []", os switch
    {
        "iosxr" => "RP/0/RP0/CPU0:r1#",
        "junos" => "me@r1> ",
        "linux" => "me@r1:~$ ",
        "sros" => "[/]\r\nA:me@r1# ",
        "sros-classic" => "A:r1# ",
        "comware" => "<r1>",
        _ => "r1# ",
    });
}
