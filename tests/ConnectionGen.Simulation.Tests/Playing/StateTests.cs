namespace ConnectionGen.Simulation.Tests;

public sealed class StateTests
{
    [Fact]
    [Behaviour("MD-06", "MD-17")]
    public async Task A_client_logs_in_and_reads_a_response_over_telnet()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);

        Assert.Equal("Username: ", await client.ReadToAsync("Username: "));
        Assert.Equal("admin\r\nPassword: ", await client.CommandAsync("admin", "Password: "));
        Assert.Equal("secret\r\nr1>", await client.CommandAsync("secret", "r1>"));
        Assert.Equal("show version\r\nSome OS\r\nVersion 1\r\nr1>", await client.CommandAsync("show version", "r1>"));
    }

    [Fact]
    [Behaviour("MD-06")]
    public async Task A_response_is_printed_before_the_state_changes()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "password" });
        await client.ReadToAsync("Password: ");

        Assert.Equal("wrong\r\n% Bad password\r\nUsername: ", await client.CommandAsync("wrong", "Username: "));
    }

    [Fact]
    [Behaviour("MD-04")]
    public async Task A_preface_comes_on_entering_a_state_and_not_again_while_staying()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await client.ReadToAsync("r1>");

        Assert.Equal("enable\r\nBe careful.\r\nr1#", await client.CommandAsync("enable", "r1#"));
        Assert.Equal("show version\r\nVersion 1\r\nr1#", await client.CommandAsync("show version", "r1#"));
    }

    [Fact]
    [Behaviour("MD-18")]
    public async Task A_response_without_line_end_gets_one_and_an_empty_response_adds_nothing()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await client.ReadToAsync("r1>");

        Assert.Equal("show unended\r\nno line end\r\nr1>", await client.CommandAsync("show unended", "r1>"));
        Assert.Equal("show nothing\r\nr1>", await client.CommandAsync("show nothing", "r1>"));
    }

    [Fact]
    [Behaviour("MD-15", "MD-16")]
    public async Task An_unknown_command_is_named_and_Enter_repeats_the_prompt()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await client.ReadToAsync("r1>");

        Assert.Equal("bogus\r\n% Invalid command \"bogus\"\r\nr1>", await client.CommandAsync("bogus", "r1>"));
        Assert.Equal("\r\nr1>", await client.CommandAsync("", "r1>"));
    }

    [Fact]
    [Behaviour("MD-08")]
    public async Task A_list_of_responses_stays_at_its_last_and_a_circular_one_begins_again()
    {
        await using var client = Device.Play("""
            only:
              prompt: "> "
              commands:
                "list":
                  response: ["one", "two"]
                "circle":
                  response: ["one", "two"]
                  response_type: circular
            """);
        await client.ReadToAsync("> ");

        foreach (var expected in (string[])["one", "two", "two"])
        {
            Assert.Equal($"list\r\n{expected}\r\n> ", await client.CommandAsync("list", "> "));
        }

        foreach (var expected in (string[])["one", "two", "one"])
        {
            Assert.Equal($"circle\r\n{expected}\r\n> ", await client.CommandAsync("circle", "> "));
        }
    }

    [Fact]
    public async Task Each_session_walks_a_list_from_its_beginning()
    {
        await using var device = await Device.StartAsync("""
            only:
              prompt: "> "
              commands:
                "list":
                  response: ["one", "two"]
            """);
        for (var session = 0; session < 2; session++)
        {
            await using var client = await RawClient.ConnectAsync(device.Port);
            await client.ReadToAsync("> ");
            Assert.Contains("one", await client.CommandAsync("list", "> "), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_state_that_moves_on_by_itself_shows_its_preface_and_the_next_prompt()
    {
        await using var client = Device.Play("""
            boot:
              preface: Booting
              prompt: "never shown"
              new_state: loading
            loading:
              preface: Loading
              new_state: ready
            ready:
              prompt: "ok> "
            """);

        Assert.Equal("Booting\r\nLoading\r\nok> ", await client.ReadToAsync("ok> "));
    }

    [Fact]
    public async Task States_that_move_in_a_circle_end_the_session_with_a_reason()
    {
        var data = MockData.Parse("a:\n  new_state: b\nb:\n  new_state: a\n");
        await using var device = SimulatedDevice.Create(data);
        await using var client = RawClient.Over(device.OpenStream());

        Assert.Equal("% Mock data: the state 'a' moves on by itself and never comes to rest\r\n", await client.ReadToEndAsync());
        Assert.Equal(2, data.Warnings.Count);
        Assert.Contains("never comes to rest", Assert.Single(device.Sessions).EndReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_does_not_exist_ends_the_session_only_when_it_is_reached()
    {
        await using var client = Device.Play("""
            exec:
              prompt: "> "
              commands:
                "fine": "still here"
                "go": {new_state: nowhere}
            """);
        await client.ReadToAsync("> ");
        Assert.Equal("fine\r\nstill here\r\n> ", await client.CommandAsync("fine", "> "));

        await client.SendAsync("go\r");

        Assert.Equal("go\r\n% Mock data: the state 'exec' leads to 'nowhere', which does not exist\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    [Behaviour("MD-05", "MD-14")]
    public async Task A_host_name_stands_for_its_mark_but_syslog_facilities_stay()
    {
        await using var client = Device.Play("""
            exec:
              prompt: "%N(%1B[1m)>"
              commands:
                "who": "I am %N. %NTP-5-SYNC: %SYS-5-CONFIG_I"
            """);

        Assert.Equal("r1(\x1b[1m)>", await client.ReadToAsync(">"));
        Assert.Equal("who\r\nI am r1. %NTP-5-SYNC: %SYS-5-CONFIG_I\r\nr1(\x1b[1m)>", await client.CommandAsync("who", ">"));
    }

    [Fact]
    [Behaviour("MD-19")]
    public async Task A_hook_answers_before_the_data_and_changes_the_host_name_for_every_session()
    {
        var options = new SimulatedDeviceOptions { HostName = "r1" };
        options.Hooks["config"] = Hooks.HostName;
        await using var device = await Device.StartAsync("config:\n  prompt: \"%N(config)#\"\n", options);
        await using var one = await RawClient.ConnectAsync(device.Port);
        await using var other = await RawClient.ConnectAsync(device.Port);
        await one.ReadToAsync("r1(config)#");
        await other.ReadToAsync("r1(config)#");

        Assert.Equal("hostname edge-1\r\nedge-1(config)#", await one.CommandAsync("hostname edge-1", ")#"));
        Assert.Equal("\r\nedge-1(config)#", await other.CommandAsync("", ")#"));
        Assert.Empty(device.UnexpectedCommands);
    }

    [Fact]
    public async Task A_hook_prints_moves_and_remembers()
    {
        var options = new SimulatedDeviceOptions { HostName = "r1", InitialState = "exec" };
        options.Hooks["exec"] = async (session, line, cancellationToken) =>
        {
            if (line != "again")
            {
                return false;
            }

            var times = session.Items.TryGetValue("times", out var before) ? (int)before! + 1 : 1;
            session.Items["times"] = times;
            await session.WriteAsync($"time {times}\n", cancellationToken);
            session.NewState = times == 2 ? "enable" : null;
            return true;
        };
        await using var client = Device.Play(Device.Router, options);
        await client.ReadToAsync("r1>");

        Assert.Equal("again\r\ntime 1\r\nr1>", await client.CommandAsync("again", "r1>"));
        Assert.Equal("again\r\ntime 2\r\nBe careful.\r\nr1#", await client.CommandAsync("again", "r1#"));
    }

    [Fact]
    public async Task A_hook_that_throws_ends_its_session_and_no_other()
    {
        var options = new SimulatedDeviceOptions { HostName = "r1", InitialState = "exec" };
        options.Hooks["exec"] = (_, line, _) => line == "boom" ? throw new InvalidOperationException("no such card") : ValueTask.FromResult(false);
        await using var device = await Device.StartAsync(Device.Router, options);
        await using var one = await RawClient.ConnectAsync(device.Port);
        await using var other = await RawClient.ConnectAsync(device.Port);
        await one.ReadToAsync("r1>");
        await other.ReadToAsync("r1>");

        await one.SendAsync("boom\r");
        await one.ReadToEndAsync();

        Assert.Equal("a hook of the state 'exec' failed: InvalidOperationException: no such card", device.Sessions.Single(session => !session.IsOpen).EndReason);
        Assert.Equal("\r\nr1>", await other.CommandAsync("", "r1>"));
    }
}
