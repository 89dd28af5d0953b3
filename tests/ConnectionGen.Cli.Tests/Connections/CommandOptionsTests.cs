using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>Commands that ask, that end in something else than a prompt, that fail in other words; several commands; what is known of an output.</summary>
public sealed class CommandOptionsTests
{
    private static readonly CommandOptions s_python = new() { Until = [new("Python prompt", new("^>>> $"))] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("DG-13", "DG-15", "SV-02", "SV-10")]
    public async Task Questions_of_a_command_are_answered_in_whatever_order_they_come()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line => line switch
        {
            "copy run start" => "Destination filename [startup-config]? ",
            "" => "Overwrite? [yes/no]: ",
            "yes" => "[OK]\r\nr1# ",
            _ => "% wrong answer\r\nr1# ",
        };
        var options = new CommandOptions
        {
            Reply = new Dialog(DialogStatement.Line(new(@"Overwrite\? \[yes/no\]: $"), "yes"), DialogStatement.Line(new(@"Destination filename .*\? $"), "")),
        };
        Assert.EndsWith("[OK]", await router.Connection.ExecuteAsync("copy run start", options: options, cancellationToken: Token), StringComparison.Ordinal);
        Assert.EndsWith("[OK]", router.Connection.Execute("copy run start", options: options, cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal("enable", router.Connection.Mode);
    }

    [Fact, Behaviour("CL-80")]
    public async Task A_question_that_nobody_answers_stands_in_the_message()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "Overwrite? [yes/no]: ";
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.ExecuteAsync("copy run start", TimeSpan.FromMilliseconds(50), cancellationToken: Token));
        Assert.EndsWith("  | Overwrite? [yes/no]:", e.Message.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact, Behaviour("CL-24", "CL-74", "CL-75", "CL-76", "CL-77", "CL-78", "SV-02", "SV-06")]
    public async Task Error_texts_are_the_platforms_more_others_or_none()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => (line == "bad" ? "first line\r\n% Invalid input detected at '^' marker.\r\nlast line" : "all is ODD here") + "\r\nr1# ";
        var connection = router.Connection;
        await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bad", cancellationToken: Token));
        var none = new CommandOptions { ErrorPatterns = [] };
        Assert.Contains("% Invalid", await connection.ExecuteAsync("bad", options: none, cancellationToken: Token), StringComparison.Ordinal);
        var others = new CommandOptions { ErrorPatterns = [new("ODD here")] };
        Assert.Contains("% Invalid", await connection.ExecuteAsync("bad", options: others, cancellationToken: Token), StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("odd", options: others, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': 'odd' failed: ODD here", e.Message);
        var more = new CommandOptions { MoreErrorPatterns = [new("^last.*", RegexOptions.Multiline)] };
        e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bad", options: more, cancellationToken: Token));
        Assert.Equal("last line", e.Error);
        e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("bad", options: more with { MoreErrorPatterns = [new("nowhere")] }, cancellationToken: Token));
        Assert.StartsWith("% Invalid input", e.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_with_a_prompt_of_its_own_is_talked_to_and_left()
    {
        await using var router = await MemoryRouter.StartAsync("linux", greeting: "me@r1:~$ ");
        router.Reply = static line => line switch
        {
            "python3" => "Python 3\r\n>>> ",
            "1 + 1" => "2\r\n>>> ",
            _ => "me@r1:~$ ",
        };
        Assert.Equal("Python 3", await router.Connection.ExecuteAsync("python3", options: s_python, cancellationToken: Token));
        Assert.Equal("2", await router.Connection.ExecuteAsync("1 + 1", options: s_python, cancellationToken: Token));
        Assert.Equal("", await router.Connection.ExecuteAsync("exit()", cancellationToken: Token));
        Assert.Equal("shell", router.Connection.Mode);
    }

    [Fact, Behaviour("DG-15")]
    public async Task A_command_may_end_at_a_line_and_what_comes_behind_it_is_left_to_read()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "starting\r\nready for you\r\nand on it goes\r\n";
        var options = new CommandOptions { Until = [new("ready", new("^ready"), PatternScope.EachLine)] };
        Assert.Equal("starting\nready for you", await router.Connection.ExecuteAsync("monitor", options: options, cancellationToken: Token));
        Assert.Equal("and on it goes\n", await router.Connection.ReceiveAsync(cancellationToken: Token));
        router.Reply = static _ => "12:00\r\nr1# ";
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("SV-40", "SV-42", "SV-43")]
    public async Task Output_that_a_command_has_had_is_not_received_again()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "12:00\r\nr1# ";
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal("", await router.Connection.ReceiveAsync(TimeSpan.FromMilliseconds(1), Token));
        await router.Connection.SendLineAsync("show clock", Token);
        Assert.Equal("show clock\n12:00\nr1#", (await router.Connection.ReceiveAsync(cancellationToken: Token)).TrimEnd());
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public void What_ends_a_command_looks_at_single_lines()
    {
        var e = Assert.Throws<ArgumentException>(static () => new CommandOptions { Until = [new("two lines", new("a\nb"), PatternScope.Text)] });
        Assert.StartsWith("What ends a command looks at single lines; 'two lines' looks across lines (PatternScope.Text).", e.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("CL-89", "CL-90", "DG-20")]
    public async Task A_command_that_closes_the_link_is_an_error_unless_it_may()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = _ =>
        {
            router.Link.Says("Proceeding\r\nrebooting now");
            router.Link.Ends();
            return "";
        };
        router.Echoes = false;
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => router.Connection.ExecuteAsync("reload", cancellationToken: Token));
        Assert.EndsWith("  | rebooting now", e.Message, StringComparison.Ordinal);
        Assert.False(router.Connection.IsConnected);

        (router.Echoes, router.Reply) = (true, static _ => "r1# ");
        await router.Connection.ConnectAsync(Token);
        router.Echoes = false;
        router.Reply = _ =>
        {
            router.Link.Says("\r\nProceeding\r\nrebooting now");
            router.Link.Ends();
            return "";
        };
        Assert.Equal("Proceeding\nrebooting now", await router.Connection.ExecuteAsync("reload", options: new CommandOptions { MayCloseLink = true }, cancellationToken: Token));
        Assert.False(router.Connection.IsConnected);
        await Assert.ThrowsAsync<NotConnectedException>(() => router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("SM-22", "SV-03")]
    public async Task Several_commands_are_run_in_order_and_stop_at_the_first_error()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => (line == "bogus" ? "% Invalid input detected at '^' marker." : $"answer to {line}") + "\r\nr1# ";
        Assert.Equal("answer to a\nanswer to b", await router.Connection.ExecuteAsync(["a", "b"], cancellationToken: Token));
        Assert.Equal("answer to a\nanswer to b", await router.Device.ExecuteAsync("a\nb", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => router.Connection.ExecuteAsync(["c", "bogus", "never"], cancellationToken: Token));
        Assert.Equal("bogus", e.Command);
        Assert.DoesNotContain("never", router.Link.Sent, StringComparison.Ordinal);
        Assert.Equal("", await router.Connection.ExecuteAsync([], cancellationToken: Token));
    }

    [Fact, Behaviour("SV-08")]
    public async Task An_output_in_detail_has_text_duration_mode_and_errors_and_an_error_is_no_exception()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line switch
        {
            "bad" => "% Ambiguous command: \"bad\"\r\n% Invalid input detected at '^' marker.\r\nr1# ",
            "configure terminal" => "r1(config)# ",
            _ => $"answer to {line}\r\nr1# ",
        };
        var outputs = await router.Connection.ExecuteDetailedAsync(["a", "bad", "configure terminal"], cancellationToken: Token);
        Assert.Equal(["a", "bad", "configure terminal"], outputs.Select(static output => output.Command));
        Assert.Equal(("answer to a", "enable", false), (outputs[0].Text, outputs[0].Mode, outputs[0].HasErrors));
        Assert.Equal(["% Ambiguous command: \"bad\"", "% Invalid input detected at '^' marker."], outputs[1].Errors);
        Assert.Equal(("", "config", false), (outputs[2].ToString(), outputs[2].Mode, outputs[2].HasErrors));
        Assert.All(outputs, static output => Assert.True(output.Duration > TimeSpan.Zero));

        await router.Connection.GoToAsync("config", Token);
        var both = await router.Device.ExecuteDetailedAsync("a\nbad", options: new CommandOptions { ErrorPatterns = [new("answer")] }, cancellationToken: Token);
        Assert.StartsWith("answer to a\n% Ambiguous", both.Text, StringComparison.Ordinal);
        Assert.Equal(("a\nbad", "answer"), (both.Command, Assert.Single(both.Errors)));
    }
}
