using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>Lines of configuration that ask, that are many, that are a banner, that leave the mode; a configuration that somebody else holds.</summary>
public sealed class ConfigureOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-20", "SV-21", "SV-27", "SV-33")]
    public async Task Lines_are_typed_each_for_itself_and_what_the_way_back_says_is_not_given()
    {
        await using var router = await StartAsync();
        Assert.Equal("answer to a\nanswer to b\nanswer to c", await router.Connection.ConfigureAsync(["a\nb", "c"], cancellationToken: Token));
        Assert.Equal("", await router.Connection.ConfigureAsync([], cancellationToken: Token));
        Assert.EndsWith("\rconfigure terminal\ra\rb\rc\rend\rconfigure terminal\rend\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_lines_is_one_call_for_those_who_watch_calls()
    {
        await using var router = await StartAsync();
        var calls = new CallNames();
        using var wrapper = router.Device.AddWrapper(ServiceWrapping.Of<Connection>(calls));
        await router.Device.ConfigureAsync("a\nb", cancellationToken: Token);
        await router.Device.ConfigureAsync(["c"], cancellationToken: Token);
        Assert.Equal(["ConfigureAsync", "ConfigureAsync"], calls.Names);
    }

    [Fact, Behaviour("SV-22")]
    public async Task Questions_and_error_texts_of_lines_are_the_callers_own()
    {
        await using var router = await StartAsync();
        var options = new ConfigureOptions
        {
            Reply = new Dialog(DialogStatement.Line(new(@"Really\? \[yes/no\]: $"), "yes")), MoreErrorPatterns = [new("answer to odd")],
        };
        await router.Connection.ConfigureAsync("ask", options: options, cancellationToken: Token);
        Assert.EndsWith("\rask\ryes\rend\r", router.Link.Sent, StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => router.Connection.ConfigureAsync(["fine", "odd"], options: options, cancellationToken: Token));
        Assert.Equal(("odd", "answer to odd", "enable"), (e.Command, e.Error, router.Connection.Mode));
        await Assert.ThrowsAsync<CommandFailedException>(() => router.Connection.ConfigureAsync("bad", cancellationToken: Token));
        Assert.Contains("% Invalid", await router.Connection.ConfigureAsync("bad", options: new ConfigureOptions { ErrorPatterns = [] }, cancellationToken: Token), StringComparison.Ordinal);
    }

    [Theory, Behaviour("SV-29")]
    [InlineData("end")]
    [InlineData("exit")]
    public async Task A_line_that_leaves_the_configuration_may_and_lines_behind_it_go_into_it_again(string leave)
    {
        await using var router = await StartAsync();
        await router.Connection.ConfigureAsync(["a", leave], cancellationToken: Token);
        Assert.EndsWith($"\rconfigure terminal\ra\r{leave}\r", router.Link.Sent, StringComparison.Ordinal);
        await router.Connection.ConfigureAsync(["a", leave, "b"], cancellationToken: Token);
        Assert.EndsWith($"\rconfigure terminal\ra\r{leave}\rconfigure terminal\rb\rend\r", router.Link.Sent, StringComparison.Ordinal);
        Assert.Equal("enable", router.Connection.Mode);
    }

    [Fact, Behaviour("SV-29")]
    public async Task A_line_that_leads_elsewhere_is_an_exception_and_the_mode_is_left()
    {
        await using var router = await StartAsync();
        var e = await Assert.ThrowsAsync<ModeChangeException>(() => router.Connection.ConfigureAsync(["lose it", "never typed"], cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': 'lose it' should be a line of the configuration, but it led from mode config to mode enable. Lines behind it were not typed.", e.Message);
        Assert.DoesNotContain("never typed", router.Link.Sent, StringComparison.Ordinal);
        Assert.Equal("enable", router.Connection.Mode);
    }

    [Fact, Behaviour("SV-30")]
    public async Task A_configuration_that_another_session_holds_is_tried_again_and_then_its_own_exception()
    {
        await using var router = await MemoryRouter.StartAsync();
        var tries = 0;
        router.Reply = line => line == "configure terminal" && ++tries < 4 ? "Configuration mode locked exclusively by user 'other'\r\nr1# " : line == "end" ? "r1# " : "r1(config)# ";
        var quick = new ConfigureOptions { LockAttempts = 2, LockPause = TimeSpan.FromMilliseconds(1) };
        var e = await Assert.ThrowsAsync<ConfigurationLockedException>(() => router.Connection.ConfigureAsync("a", options: quick, cancellationToken: Token));
        Assert.Equal(
            $"'default' of 'r1' via 'cli' (memory): the mode config is held by another session after 2 attempts. The last lines that came:\n  | Configuration mode locked exclusively by user 'other'", e.Message);
        await router.Connection.ConfigureAsync("a", options: quick, cancellationToken: Token);
        Assert.EndsWith("\rconfigure terminal\rconfigure terminal\ra\rend\r", router.Link.Sent, StringComparison.Ordinal);
        tries = 0;
        var late = await Assert.ThrowsAsync<ConfigurationLockedException>(() => router.Connection.ConfigureAsync("a", TimeSpan.FromMilliseconds(100), cancellationToken: Token));
        Assert.Contains("the mode config is held by another session, also at the end of the limit of 0.1 s.", late.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-32")]
    public async Task The_lines_of_a_banner_are_typed_without_waiting_for_prompts()
    {
        await using var router = await StartAsync();
        var text = await router.Connection.ConfigureAsync(["a", "banner motd ^C", "welcome to", "r1(config)# ", "here^C", "b", "banner exec ^Cone line^C"], cancellationToken: Token);
        Assert.EndsWith("\rconfigure terminal\ra\rbanner motd ^C\rwelcome to\rr1(config)# \rhere^C\rb\rbanner exec ^Cone line^C\rend\r", router.Link.Sent, StringComparison.Ordinal);
        Assert.Contains("answer to b", text, StringComparison.Ordinal);
        await router.Connection.ConfigureAsync(["banner motd ^C", "welcome^C", "c"], cancellationToken: Token);
        Assert.EndsWith("\rconfigure terminal\rbanner motd ^C\rwelcome^C\rc\rend\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-26")]
    public async Task Many_lines_are_typed_at_once_in_blocks()
    {
        await using var router = await StartAsync();
        var lines = Enumerable.Range(1, 130).Select(static n => $"line {n}").ToArray();
        var text = await router.Connection.ConfigureAsync(lines, options: new ConfigureOptions { LinesAtOnce = 50 }, cancellationToken: Token);
        Assert.Equal(130, text.Split('\n').Count(static line => line.StartsWith("answer to line", StringComparison.Ordinal)));
        const string End = "! end of the lines that were typed at once";
        Assert.Contains($"\rline 50\r{End}\rline 51\r", router.Link.Sent, StringComparison.Ordinal);
        Assert.EndsWith($"\rline 130\r{End}\rend\r", router.Link.Sent, StringComparison.Ordinal);
        await router.Connection.ConfigureAsync(lines, options: new ConfigureOptions { LinesAtOnce = 0 }, cancellationToken: Token);
        Assert.EndsWith($"\rline 50\rline 51\r{string.Join('\r', lines[51..])}\r{End}\rend\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-26")]
    public async Task A_block_is_never_more_than_a_link_takes_without_being_read()
    {
        await using var router = await StartAsync();
        var lines = Enumerable.Range(1, 30).Select(static n => $"line {n} {new string('x', 1000)}").ToArray();
        await router.Connection.ConfigureAsync(lines, options: new ConfigureOptions { LinesAtOnce = 0 }, cancellationToken: Token);
        Assert.Equal(4, router.Link.Sent.Split("! end of the lines").Length - 1);
    }

    [Fact, Behaviour("SV-26")]
    public async Task The_line_of_many_that_was_refused_is_named()
    {
        await using var router = await StartAsync();
        var e = await Assert.ThrowsAsync<CommandFailedException>(
            () => router.Connection.ConfigureAsync(["a", "a", "bad", "b"], options: new ConfigureOptions { LinesAtOnce = 10 }, cancellationToken: Token));
        Assert.Equal(("bad", "% Invalid input detected at '^' marker.", "enable"), (e.Command, e.Error, router.Connection.Mode));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ConfigureOptions { LinesAtOnce = -1 });
        await using var other = await MemoryRouter.StartAsync("comware", ", init_exec_commands: []", "<r1>");
        var unknown = await Assert.ThrowsAsync<NotSupportedException>(() => other.Connection.ConfigureAsync("a", options: new ConfigureOptions { LinesAtOnce = 10 }, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'comware' knows no comment that could tell the end of lines that are typed at once.", unknown.Message);
        Assert.Equal("", other.Link.Sent);
    }

    private static async Task<MemoryRouter> StartAsync()
    {
        var router = await MemoryRouter.StartAsync();
        router.Echoes = false;
        var inBanner = false;
        router.Reply = text => string.Concat(text.Split('\r').Select(line =>
        {
            if (inBanner)
            {
                inBanner = !line.EndsWith("^C", StringComparison.Ordinal);
                return line + "\r\n" + (inBanner ? "" : "r1(config)# ");
            }

            inBanner = line == "banner motd ^C";
            return line + "\r\n" + line switch
            {
                "configure terminal" => "r1(config)# ",
                "banner motd ^C" => "Enter TEXT message.  End with the character '^'.\r\n",
                "end" => "left\r\nr1# ",
                "exit" or "lose it" => "r1# ",
                "ask" => "Really? [yes/no]: ",
                "bad" => "      ^\r\n% Invalid input detected at '^' marker.\r\nr1(config)# ",
                _ when line.StartsWith('!') => "r1(config)# ",
                _ => $"answer to {line}\r\nr1(config)# ",
            };
        }));
        return router;
    }

    private sealed class CallNames : AnyServiceWrapper
    {
        public List<string> Names { get; } = [];

        protected override Task BeforeAsync(ServiceCall call, CancellationToken cancellationToken)
        {
            Names.Add(call.Service.Name);
            return Task.CompletedTask;
        }
    }
}
