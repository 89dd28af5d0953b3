namespace ConnectionGen.Simulation.Tests;

/// <summary>Whole dialogues of recorded systems, byte for byte as their own tests expect them.</summary>
public sealed class GoldenTests
{
    [Fact]
    public async Task An_ios_router_is_logged_in_to_enabled_and_configured()
    {
        await using var client = await IosAsync("login");
        await client.ReadToAsync("Username: ");

        Assert.Equal("cisco\r\nPassword: ", await client.CommandAsync("cisco", "Password: "));
        Assert.Equal("cisco\r\nRouter>", await client.CommandAsync("cisco", "Router>"));
        Assert.Equal("enable\r\nPassword: ", await client.CommandAsync("enable", "Password: "));
        Assert.Equal("cisco\r\nRouter#", await client.CommandAsync("cisco", "Router#"));
        Assert.Equal("term length 0\r\nRouter#", await client.CommandAsync("term length 0", "Router#"));
        Assert.Equal("config term\r\nRouter(conf)#", await client.CommandAsync("config term", "Router(conf)#"));
        Assert.Equal("end\r\nRouter#", await client.CommandAsync("end", "Router#"));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_asked_again()
    {
        await using var client = await IosAsync("password");
        await client.ReadToAsync("Password: ");

        Assert.Equal("abc\r\n\r\n% Authentication failed\r\n \r\nUsername: ", await client.CommandAsync("abc", "Username: "));
    }

    [Fact]
    public async Task A_pager_that_wants_Enter_echoes_it()
    {
        await using var client = await IosAsync("enable");
        await client.ReadToAsync("Router#");

        Assert.Equal("show command with more\r\nfirst\r\n --More-- ", await client.CommandAsync("show command with more", "--More-- "));
        Assert.Equal("\r\nsecond\r\n -- More -- ", await client.CommandAsync("", "-- More -- "));
        Assert.Equal("\r\nthird\r\nRouter#", await client.CommandAsync("", "Router#"));
    }

    [Fact]
    public async Task A_pager_with_escapes_and_back_spaces_sends_them_as_recorded()
    {
        var erase = "\b" + string.Concat(Enumerable.Repeat(" \b\b", 9)) + " \b\x1b[K";
        await using var client = await IosAsync("enable");
        await client.ReadToAsync("Router#");

        Assert.Equal("show command with escape more backspace\r\nfirst\r\n\x1b[K --More-- ", await client.CommandAsync("show command with escape more backspace", "--More-- "));
        Assert.Equal($"\r\n{erase}second\r\n\x1b[K --More-- ", await client.CommandAsync("", "--More-- "));
        Assert.Equal("\r\n" + erase + "third\r\nRouter#", await client.CommandAsync("", "Router#"));
    }

    [Fact]
    public async Task A_prompt_inside_the_output_comes_before_the_pause()
    {
        await using var client = await IosAsync("enable", speed: 50);
        await client.ReadToAsync("Router#");

        Assert.Equal("show command with transient match\r\nhead\r\nRouter#\r\n", await client.CommandAsync("show command with transient match", "Router#\r\n"));
        Assert.Equal("tail\r\nRouter#", await client.ReadToAsync("Router#"));
    }

    [Fact]
    public async Task A_console_server_shows_its_banner_and_asks_without_Enter()
    {
        await using var client = await IosAsync("ios_connect_console_server_with_uav");

        Assert.EndsWith("\r\nUser Access Verification\r\nPassword: ", await client.ReadToAsync("Password: "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_ends_right_before_the_prompt()
    {
        await using var client = await IosAsync("enable");
        await client.ReadToAsync("Router#");

        Assert.Equal(
            "ping 1.1.1.1\r\nType escape sequence to abort.\r\nSending 5, 100-byte ICMP Echos to 1.1.1.1, timeout is 2 seconds:\r\n!!!!!\r\nSuccess rate is 100 percent (5/5), round-trip min/avg/max = 1/1/1 ms\r\nRouter#",
            await client.CommandAsync("ping 1.1.1.1", "Router#"));
    }

    [Fact]
    public async Task A_command_may_answer_with_a_back_space()
    {
        await using var client = await IosAsync("enable");
        await client.ReadToAsync("Router#");

        Assert.Equal("show command with backspace\r\ntest \b\r\nRouter#", await client.CommandAsync("show command with backspace", "Router#"));
    }

    [Fact]
    public async Task An_sros_router_changes_its_engine_by_a_key_and_takes_the_return_as_Enter()
    {
        await using var client = await StartAsync("sros", "mdcli_execute", 1);
        await client.ReadToAsync("[]\r\nA:grpc@Router# ");

        await client.SendAsync("//\r");

        Assert.Equal("INFO: CLI #2051: Switching to the classic CLI engine\r\nA:Router# \r\nA:Router# ", await client.ReadToAsync("A:Router# \r\nA:Router# "));
    }

    private static Task<RawClient> IosAsync(string state, double speed = 1) => StartAsync("ios", state, speed);

    private static Task<RawClient> StartAsync(string system, string state, double speed) => Task.FromResult(RawClient.Over(
        SimulatedDevice.Create(MockData.Load(RecordedData.Path(system)), new() { InitialState = state, Speed = speed }).OpenStream()));
}
