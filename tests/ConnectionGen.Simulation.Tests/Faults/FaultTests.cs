using System.Net.Sockets;

namespace ConnectionGen.Simulation.Tests;

public sealed class FaultTests
{
    private const string Long = """
        login:
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
        """;

    private static SimulatedDeviceOptions With(FaultPlan faults, string state = "exec") => new() { HostName = "r1", InitialState = state, Faults = faults };

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        static FaultPlan Plan(int seed) => new FaultPlan(seed).WrongEcho(0.2).Garbage(3, 0.5).LogMessage("%SYS-5-CONFIG_I: changed", 0.4).CutAtRandom(0.05, 40);

        var first = await PlayedAsync(Plan(7));
        Assert.Equal(first, await PlayedAsync(Plan(7)));
        Assert.NotEqual(first, await PlayedAsync(Plan(8)));
    }

    [Fact]
    public async Task Latency_delays_each_answer_and_not_the_echo()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var device = SimulatedDevice.Create(MockData.Parse(Long), new() { HostName = "r1", InitialState = "exec", TimeProvider = time, Faults = new FaultPlan().Latency(TimeSpan.FromSeconds(2)) });
        await using var client = RawClient.Over(device.OpenStream());
        await client.ReadToAsync("r1#");

        await client.SendAsync("show run\r");
        Assert.Equal("show run\r\n", await client.ReadToAsync("show run\r\n"));
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("line 1\r\nline 2\r\nline 3\r\nr1#", await client.ReadToAsync("r1#"));
    }

    [Fact]
    public async Task Pieces_are_as_long_as_said()
    {
        // a wait between two pieces shows them one by one
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var slow = SimulatedDevice.Create(MockData.Parse(Long), new() { HostName = "r1", InitialState = "exec", TimeProvider = time, Faults = new FaultPlan().Pieces(2, TimeSpan.FromSeconds(1)) });
        await using var client = RawClient.Over(slow.OpenStream());
        Assert.Equal("r1", await client.ReadToAsync("r1"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("#", await client.ReadToAsync("#"));
    }

    [Theory]
    [InlineData(CutKind.Close, "the fault plan closed the connection")]
    [InlineData(CutKind.Reset, "the fault plan reset the connection")]
    public async Task A_cut_comes_at_its_byte(CutKind kind, string reason)
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().CutOn("show run", afterBytes: 3, kind)));
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("r1#");

        await client.SendAsync("show run\r");
        var shown = await client.ReadToEndAsync();

        // a reset may overtake what was sent before it
        Assert.StartsWith(shown, "show run\r\nlin", StringComparison.Ordinal);
        Assert.True(kind == CutKind.Reset || shown.Length == 13);
        await Eventually.TrueAsync(() => device.Sessions[0].EndReason == reason);
    }

    [Fact]
    public async Task A_session_is_cut_after_its_bytes_wherever_that_is()
    {
        const int Negotiation = 12;
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().CutAfter(Negotiation + 2)));
        await using var client = await RawClient.ConnectAsync(device.Port);

        Assert.Equal("r1", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_half_close_ends_the_output_and_still_reads()
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().CutOn("show run", 0, CutKind.HalfClose)));
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("r1#");
        await client.SendAsync("show run\r");
        Assert.Equal("show run\r\n", await client.ReadToEndAsync());

        await client.SendAsync("late\r");

        await Eventually.TrueAsync(() => device.CommandCounts.ContainsKey("late"));
        Assert.True(device.Sessions[0].IsOpen);
    }

    [Fact]
    public async Task A_stall_leaves_the_connection_open_and_silent()
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().CutOn("show run", 0, CutKind.Stall)));
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("r1#");
        Assert.Equal("show run\r\n", await client.CommandAsync("show run", "show run\r\n"));

        await client.SendAsync("late\r");

        await Eventually.TrueAsync(() => device.CommandCounts.ContainsKey("late"));
        Assert.True(device.Sessions[0].IsOpen);
    }

    [Fact]
    public async Task Echo_may_be_missing_or_wrong()
    {
        await using var silent = Device.Play(Long, With(new FaultPlan().NoEcho()));
        await silent.ReadToAsync("r1#");
        Assert.Equal("line 1\r\nline 2\r\nline 3\r\nr1#", (await silent.CommandAsync("show run", "3\r\nr1#")).TrimStart());

        await using var wrong = Device.Play(Long, With(new FaultPlan().WrongEcho(1)));
        await wrong.ReadToAsync("r1#");
        Assert.Equal("tipx svo\r\nline 1\r\nline 2\r\nline 3\r\nr1#", await wrong.CommandAsync("show run", "3\r\nr1#"));
    }

    [Fact]
    public async Task A_line_like_a_prompt_stands_inside_the_answer()
    {
        await using var client = Device.Play(Long, With(new FaultPlan().LineInOutput("%N#")));
        await client.ReadToAsync("r1#");

        Assert.Equal("show run\r\nline 1\r\nr1#\r\nline 2\r\nline 3\r\nr1#", await client.CommandAsync("show run", "3\r\nr1#"));
    }

    [Fact]
    public async Task A_log_message_comes_between_prompt_and_input()
    {
        await using var client = Device.Play(Long, With(new FaultPlan().LogMessage("*Mar 1: %LINK-3-UPDOWN: Gi0/1 up", isPromptRepeated: true)));

        Assert.Equal("r1#\r\n*Mar 1: %LINK-3-UPDOWN: Gi0/1 up\r\nr1#", await client.ReadToAsync("up\r\nr1#"));
    }

    [Fact]
    public async Task Garbage_stands_before_the_answer()
    {
        await using var client = Device.Play(Long, With(new FaultPlan(1).Garbage(8)));
        await client.ReadToAsync("r1#");

        var shown = await client.CommandAsync("show run", "3\r\nr1#");

        Assert.NotEqual("show run\r\nline 1\r\nline 2\r\nline 3\r\nr1#", shown);
        Assert.EndsWith("line 1\r\nline 2\r\nline 3\r\nr1#", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logins_fail_as_often_as_said_over_all_sessions()
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().FailLogin(2, "login", "login"), "login"));
        await using var one = await RawClient.ConnectAsync(device.Port);
        await one.ReadToAsync("Password: ");
        Assert.Equal("secret\r\n% Login invalid\r\nPassword: ", await one.CommandAsync("secret", "Password: "));
        await using var other = await RawClient.ConnectAsync(device.Port);
        await other.ReadToAsync("Password: ");
        Assert.Equal("secret\r\n% Login invalid\r\nPassword: ", await other.CommandAsync("secret", "Password: "));

        Assert.Equal("secret\r\nr1#", await one.CommandAsync("secret", "r1#"));
    }

    [Fact]
    public async Task First_connections_are_reset_and_later_ones_served()
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().RefuseFirst(1)));
        Assert.Equal("", await ReadAllAsync(device.Port));

        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("r1#");
        Assert.Equal(1, device.SessionCount);
    }

    [Fact]
    public async Task A_full_device_says_so_and_hangs_up_until_a_line_is_free()
    {
        await using var device = await Device.StartAsync(Long, With(new FaultPlan().VtyLimit(1)));
        await using var first = await RawClient.ConnectAsync(device.Port);
        await first.ReadToAsync("r1#");
        await using (var second = await RawClient.ConnectAsync(device.Port))
        {
            Assert.Equal("% Connection refused: all lines are in use\r\n", await second.ReadToEndAsync());
        }

        await first.SendAsync(4);
        await first.ReadToEndAsync();
        await Eventually.TrueAsync(() => device.Sessions.All(session => !session.IsOpen));

        await using var third = await RawClient.ConnectAsync(device.Port);
        await third.ReadToAsync("r1#");
    }

    [Fact]
    public async Task A_slow_accept_sends_nothing_before_its_time()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var device = SimulatedDevice.Create(MockData.Parse(Long), new() { HostName = "r1", InitialState = "exec", TimeProvider = time, Faults = new FaultPlan().SlowAccept(TimeSpan.FromSeconds(30)) });
        await using var client = RawClient.Over(device.OpenStream());
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(device.Sessions[0].Transcript);

        time.Advance(TimeSpan.FromSeconds(1));

        await client.ReadToAsync("r1#");
    }

    [Fact]
    public async Task A_reload_resets_sessions_refuses_connections_and_comes_back()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var device = await Device.StartAsync(Long, new() { HostName = "r1", InitialState = "exec", TimeProvider = time, Faults = new FaultPlan().RebootOn("boot", TimeSpan.FromMinutes(2)) });
        var port = device.Port;
        await using var client = await RawClient.ConnectAsync(port);
        await using var other = await RawClient.ConnectAsync(port);
        await client.ReadToAsync("r1#");
        await other.ReadToAsync("r1#");

        await client.SendAsync("reload\r");
        Assert.StartsWith(await client.ReadToEndAsync(), "reload\r\nReloading\r\nBooting\r\n", StringComparison.Ordinal);
        Assert.Equal("", await other.ReadToEndAsync());
        Assert.False(device.IsUp);
        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAnyAsync<SocketException>(() => RawClient.ConnectAsync(port))).SocketErrorCode);
        await Eventually.TrueAsync(() => device.Sessions.All(session => session.EndReason == "the device went down"));

        time.Advance(TimeSpan.FromMinutes(2));

        await Eventually.TrueAsync(() => device.IsUp);
        Assert.Equal(port, device.Port);
        await using var again = await RawClient.ConnectAsync(port);
        await again.ReadToAsync("r1#");
    }

    [Fact]
    public async Task A_host_name_changes_after_so_many_commands()
    {
        await using var client = Device.Play(Long, With(new FaultPlan().ChangeHostName(2, "r2")));
        await client.ReadToAsync("r1#");

        Assert.Equal("\r\nr1#", await client.CommandAsync("", "#"));
        Assert.Equal("\r\nr2#", await client.CommandAsync("", "#"));
    }

    [Fact]
    public void A_share_is_a_part_of_one() =>
        Assert.Equal("a share is from 0 (never) to 1 (always) (Parameter 'share')\nActual value was 1.5.", Assert.Throws<ArgumentOutOfRangeException>(() => new FaultPlan().WrongEcho(1.5)).Message.ReplaceLineEndings("\n"));

    /// <summary>What there is to read; nothing where the connection is reset, even before the client sees that it was made.</summary>
    private static async Task<string> ReadAllAsync(int port)
    {
        try
        {
            await using var client = await RawClient.ConnectAsync(port);
            return await client.ReadToEndAsync();
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static async Task<string> PlayedAsync(FaultPlan plan)
    {
        await using var client = Device.Play(Long, With(plan));
        await client.SendAsync(string.Concat(Enumerable.Repeat("show run\r", 60)) + "\u0004");
        return await client.ReadToEndAsync();
    }
}
