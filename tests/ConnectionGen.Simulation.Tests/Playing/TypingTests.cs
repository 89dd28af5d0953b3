namespace ConnectionGen.Simulation.Tests;

public sealed class TypingTests
{
    private const string Pager = """
        exec:
          prompt: "r1#"
          commands:
            "show long":
              new_state: more
            "4": "the command 4"
            "abx": "the command abx"
        more:
          preface: first page
          prompt: " --More-- "
          keys:
            " ": {response: second page, new_state: exec}
            "q": {new_state: exec}
            "ctrl-c": {new_state: exec}
            "4": {response: short key, new_state: exec}
            "4u": {response: long key, new_state: exec}
            "//": {response: slashes, new_state: exec}
          commands:
            "": {response: next line, new_state: more}
        """;

    [Theory]
    [InlineData("show version\r")]
    [InlineData("show version\n")]
    [InlineData("show version\r\n")]
    [InlineData("show version\r\0")]
    [InlineData("shw\bow version\r")]
    [InlineData("sho\u007f\u007fhow version\r")]
    [InlineData("bogus\u0015show version\r")]
    [InlineData("show bogus \u0017version\r")]
    [InlineData("  show version \r")]
    public async Task Enter_and_editing_in_all_their_forms_give_the_same_command(string typed)
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router), new() { HostName = "r1", InitialState = "exec" });
        await using var client = RawClient.Over(device.OpenStream());
        await client.ReadToAsync("r1>");

        await client.SendAsync(typed);
        Assert.EndsWith("\r\nSome OS\r\nVersion 1\r\nr1>", await client.ReadToAsync("r1>"), StringComparison.Ordinal);

        // a second half of CR LF or CR NUL is no further Enter
        Assert.Equal("\r\nr1>", await client.CommandAsync("", "r1>"));
        Assert.Equal(2, device.Sessions[0].CommandCount);
    }

    [Fact]
    public async Task Erasing_is_echoed_as_a_terminal_shows_it()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await client.ReadToAsync("r1>");

        Assert.Equal("ab\b \bc\r\n% Invalid command \"ac\"\r\nr1>", await client.CommandAsync("ab\bc", "r1>"));
        Assert.Equal("ü\b \b\r\nr1>", await client.CommandAsync("ü\b", "r1>"));
    }

    [Fact]
    public async Task Commands_sent_ahead_are_answered_in_order()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });

        await client.SendAsync("show unended\rshow nothing\renable\r");

        Assert.Equal("r1>show unended\r\nno line end\r\nr1>show nothing\r\nr1>enable\r\nBe careful.\r\nr1#", await client.ReadToAsync("r1#"));
    }

    [Theory]
    [Behaviour("MD-10")]
    [InlineData(" ", "second page\r\nr1#")]
    [InlineData("q", "\r\nr1#")]
    [InlineData("\u0003", "\r\nr1#")]
    [InlineData("//", "slashes\r\nr1#")]
    [InlineData("4u", "long key\r\nr1#")]
    [InlineData("4", "short key\r\nr1#")]
    [InlineData("4\r", "short key\r\nr1#\r\nr1#")]
    public async Task A_key_acts_without_Enter_and_the_longest_one_counts(string typed, string expected)
    {
        await using var client = Device.Play(Pager);
        await client.ReadToAsync("r1#");
        Assert.Equal("show long\r\nfirst page\r\n --More-- ", await client.CommandAsync("show long", "--More-- "));

        await client.SendAsync(typed);

        Assert.Equal(expected, await client.ReadToAsync(expected));
    }

    [Fact]
    public async Task A_key_sequence_may_come_in_pieces()
    {
        await using var client = Device.Play(Pager);
        await client.CommandAsync("show long", "--More-- ");

        await client.SendAsync("/");
        await client.SendAsync("/");

        Assert.Equal("slashes\r\nr1#", await client.ReadToAsync("r1#"));
    }

    [Fact]
    public async Task What_only_begins_like_a_key_is_typed_text()
    {
        await using var client = Device.Play(Pager);
        await client.CommandAsync("show long", "--More-- ");

        Assert.Equal("/x\r\n% Invalid command \"/x\"\r\n --More-- ", await client.CommandAsync("/x", "--More-- "));
    }

    [Fact]
    public async Task Of_a_sequence_that_breaks_off_the_longest_key_counts_and_the_rest_is_typed()
    {
        await using var client = Device.Play("""
            one:
              prompt: "1> "
              keys:
                "a": {new_state: two}
                "abc": {new_state: one}
            two:
              prompt: "2> "
              commands:
                "bx": found
            """);
        await client.ReadToAsync("1> ");

        Assert.Equal("\r\n2> bx\r\nfound\r\n2> ", await client.CommandAsync("abx", "found\r\n2> "));
    }

    [Fact]
    public async Task Keys_of_other_states_are_text()
    {
        await using var client = Device.Play(Pager);
        await client.ReadToAsync("r1#");

        Assert.Equal("4\r\nthe command 4\r\nr1#", await client.CommandAsync("4", "r1#"));
    }

    [Fact]
    public async Task Ctrl_C_without_an_entry_drops_the_line_and_shows_the_prompt()
    {
        await using var client = Device.Play(Device.Router, new() { HostName = "r1", InitialState = "exec" });
        await client.ReadToAsync("r1>");

        await client.SendAsync("show ver\u0003");

        Assert.Equal("show ver\r\nr1>", await client.ReadToAsync("\r\nr1>"));
        Assert.Equal("show nothing\r\nr1>", await client.CommandAsync("show nothing", "r1>"));
    }

    [Fact]
    public async Task Ctrl_D_ends_the_session_on_an_empty_line_only()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");
        Assert.Equal("adm\r\n% Invalid command \"adm\"\r\nUsername: ", await client.CommandAsync("adm\u0004", "Username: "));

        await client.SendAsync("\u0004");

        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Equal("the client typed Ctrl-D", device.Sessions[0].EndReason);
    }

    [Fact]
    public async Task Commands_with_outer_blanks_are_found_before_trimmed_ones()
    {
        await using var client = Device.Play("""
            only:
              prompt: "> "
              commands:
                " ": a blank
                "x": plain
                "  x": indented
            """);
        await client.ReadToAsync("> ");

        Assert.Equal(" \r\na blank\r\n> ", await client.CommandAsync(" ", "blank\r\n> "));
        Assert.Equal("  x\r\nindented\r\n> ", await client.CommandAsync("  x", "indented\r\n> "));
        Assert.Equal(" x\r\nplain\r\n> ", await client.CommandAsync(" x", "plain\r\n> "));
    }

    [Fact]
    public async Task A_line_without_end_closes_the_session()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router), new() { LineLimit = 100 });
        await using var client = RawClient.Over(device.OpenStream());
        await client.ReadToAsync("Username: ");

        await client.SendAsync(new string('x', 101));
        await client.ReadToEndAsync();

        Assert.Equal("the client typed a line longer than 100 bytes", device.Sessions[0].EndReason);
    }
}
