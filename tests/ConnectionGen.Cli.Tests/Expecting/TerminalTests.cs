using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Tests.Services;
using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Expecting;

public class TerminalTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly TextPattern s_prompt = new("prompt", new Regex(@"^\w+# $"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_is_found_however_it_arrives(bool byteByByte)
    {
        var link = new MemoryTransport();
        _ = byteByByte ? link.SaysByteByByte("banner\r\nr1# ") : link.Says("banner\r\nr1# ");
        await using var terminal = new Terminal(link);
        var match = await terminal.ExpectAsync([new("other", new Regex("nothing")), s_prompt], s_long, Token);
        Assert.Equal((1, "banner\n", "r1# ", "prompt"), (match.Index, match.Before, match.Value, match.Pattern.Name));
        Assert.Equal("", terminal.Received);
    }

    [Fact, Behaviour("DG-01", "DG-03")]
    public async Task The_first_by_position_wins_then_the_first_in_order()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("one two"));
        TextPattern two = new("two", new Regex("two")), one = new("one", new Regex("one")), also = new("also one", new Regex("on"));
        Assert.Equal("one", (await terminal.ExpectAsync([two, one, also], s_long, Token)).Pattern.Name);
        Assert.Equal(" two", terminal.Received);
        Assert.Equal("two", (await terminal.ExpectAsync([also, two], s_long, Token)).Pattern.Name);
    }

    [Fact, Behaviour("DG-06", "DG-07")]
    public async Task A_message_on_a_finished_line_is_found_only_by_a_pattern_for_each_line()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("% Bad passwords\r\nlogin: "));
        TextPattern bad = new("refusal", new Regex("^% Bad")), login = new("login", new Regex("login: $"));
        var found = await terminal.ExpectAsync([bad, login], s_long, Token);
        Assert.Equal("login", found.Pattern.Name);
        await using var again = new Terminal(new MemoryTransport().Says("hi\r\n% Bad passwords\r\nlogin: "));
        found = await again.ExpectAsync([login, bad with { Scope = PatternScope.EachLine }], s_long, Token);
        Assert.Equal(("refusal", "hi\n", "% Bad"), (found.Pattern.Name, found.Before, found.Value));
        Assert.Equal(" passwords\nlogin: ", again.Received);
    }

    [Fact, Behaviour("DG-04", "DG-05")]
    public async Task A_pattern_across_lines_is_found_and_the_rest_stays()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("größe ab\r\ncd").Says(" ef\r\nrest\r\nmore"));
        var match = await terminal.ExpectAsync([new("pair", new Regex(@"b\ncd e", RegexOptions.None), PatternScope.Text)], s_long, Token);
        Assert.Equal(("größe a", "b\ncd e"), (match.Before, match.Value));
        Assert.Equal("f\nrest\nmore", terminal.Received);
    }

    [Theory, Behaviour("DG-10")]
    [InlineData(7_000, true)]
    [InlineData(9_000, false)]
    public async Task A_pattern_across_lines_looks_back_so_far_and_no_further(int between, bool isFound)
    {
        var link = new MemoryTransport().Says("begin\r\n" + string.Concat(Enumerable.Repeat("0123456\r\n", between / 8)));
        await using var terminal = new Terminal(link);
        TextPattern[] patterns = [new("both", new("begin[^!]*end"), PatternScope.Text)];
        await Assert.ThrowsAsync<ExpectTimeoutException>(() => terminal.ExpectAsync(patterns, TimeSpan.FromMilliseconds(20), Token).AsTask());
        var waiting = terminal.ExpectAsync([.. patterns, new("stop", new("stop$"))], TimeSpan.FromSeconds(20), Token);
        link.Says("at the end\r\n").Says("stop");
        Assert.Equal(isFound ? "both" : "stop", (await waiting).Pattern.Name);
    }

    [Fact, Behaviour("DG-29")]
    public async Task Text_before_the_end_of_the_link_is_looked_at_first()
    {
        var link = new MemoryTransport().Says("goodbye");
        link.Ends();
        await using var terminal = new Terminal(link);
        Assert.Equal("goodbye", (await terminal.ExpectAsync([new("farewell", new("goodbye"))], TimeSpan.FromSeconds(20), Token)).Value);
        await Assert.ThrowsAsync<LinkClosedException>(() => terminal.ExpectAsync([new("more", new("more"))], TimeSpan.FromSeconds(20), Token).AsTask());
    }

    [Fact, Behaviour("DG-12")]
    public async Task A_closed_link_ends_the_wait_at_once_with_what_came()
    {
        var link = new MemoryTransport().Says("half a li");
        await using var terminal = new Terminal(link);
        var wait = terminal.ExpectAsync([s_prompt], Timeout.InfiniteTimeSpan, Token).AsTask();
        link.Ends();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => wait);
        Assert.Equal(@"memory: the link was closed while waiting for prompt /^\w+# $/. The last lines that came:" + "\n  | half a li", e.Message);
        Assert.Equal("half a li", e.Received);
        Assert.False(terminal.IsOpen);
        await Assert.ThrowsAsync<LinkClosedException>(async () => await terminal.ExpectAsync([s_prompt], s_long, Token));
    }

    [Fact]
    public async Task A_deadline_is_not_moved_by_what_arrives_and_its_message_says_what_came()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var link = new MemoryTransport();
        await using var terminal = new Terminal(link, new TerminalSettings { TimeProvider = time, Name = () => "r1, alias default, path vty" });
        terminal.Mode = "enable";
        var wait = terminal.ExpectAsync([s_prompt, new("password prompt", new Regex("word: $"))], TimeSpan.FromSeconds(10), Token).AsTask();
        for (var second = 1; second <= 9; second++)
        {
            link.Says($"line {second}\r\n");
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Token);
        }

        Assert.False(wait.IsCompleted);
        link.Says("some\x01thing");
        await Task.Delay(50, Token);
        time.Advance(TimeSpan.FromSeconds(1.1));
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => wait);
        Assert.Equal(
            """
            r1, alias default, path vty (memory) in mode enable: not seen within 10 s: prompt /^\w+# $/, password prompt /word: $/. The last lines that came:
              | line 5
              | line 6
              | line 7
              | line 8
              | line 9
              | something
            """, e.Message);
        Assert.EndsWith("something", terminal.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_came_is_said_when_nothing_came()
    {
        await using var terminal = new Terminal(new MemoryTransport());
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(async () => await terminal.ExpectAsync([s_prompt], TimeSpan.FromMilliseconds(20), Token));
        Assert.Equal(@"memory: not seen within 0.02 s: prompt /^\w+# $/. Nothing came.", e.Message);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_leaves_the_text()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("abc"));
        using var stop = new CancellationTokenSource();
        var wait = terminal.ExpectAsync([s_prompt], s_long, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal("abc", terminal.Received);
    }

    [Fact]
    public async Task A_secret_that_the_device_echoes_is_in_no_message()
    {
        var link = new MemoryTransport();
        await using var terminal = new Terminal(link);
        await terminal.SendSecretLineAsync("top-secret", Token);
        Assert.Equal("top-secret\r", link.Sent);
        link.Says("you said top-").Says("secret\r\n");
        link.Ends();
        var e = await Assert.ThrowsAsync<LinkClosedException>(async () => await terminal.ExpectAsync([s_prompt], s_long, Token));
        Assert.DoesNotContain("top-secret", e.Message + e.Received, StringComparison.Ordinal);
        Assert.Contains("you said ***", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blank_behind_a_pagers_question_may_come_later()
    {
        var link = new MemoryTransport();
        link.OnText = static key => key == " " ? "  indented\r\nend> " : null;
        await using var terminal = new Terminal(link, new TerminalSettings { Pagers = Pager.Usual });
        link.Says("first\r\n");
        link.Says(" --More--");
        link.Says(" ");
        var match = await terminal.ExpectAsync([new TextPattern("end", new Regex("end> $"))], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("first\n  indented\n", match.Before);
        Assert.Equal(" ", link.Sent);
    }

    [Fact]
    public async Task A_pager_that_sends_no_blank_is_waited_for_once()
    {
        var time = new RecordedWaits();
        var link = new MemoryTransport();
        var pages = 0;
        link.OnText = _ => ++pages < 4 ? $"{pages}\r\n--More--" : "end> ";
        await using var terminal = new Terminal(link, new TerminalSettings { Pagers = Pager.Usual, TimeProvider = time });
        link.Says("0\r\n--More--");
        var match = await terminal.ExpectAsync([new TextPattern("end", new Regex("end> $"))], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("0\n1\n2\n3\n", match.Before);
        Assert.Single(time.Waits, TimeSpan.FromMilliseconds(5));
    }

    [Theory]
    [InlineData(" --More-- ")]
    [InlineData("--more-- ")]
    [InlineData("<--- More --->")]
    [InlineData("---(more 42%)---")]
    public async Task A_pager_is_answered_and_in_no_text(string pager)
    {
        var link = new MemoryTransport().Says("one\r\n").SaysByteByByte(pager);
        await using var terminal = new Terminal(link);
        var wait = terminal.ExpectAsync([s_prompt], s_long, Token).AsTask();
        for (var i = 0; i < 200 && link.Sent.Length == 0; i++)
            await Task.Delay(10, Token);
        Assert.Equal(" ", link.Sent);
        link.Says("\r" + new string(' ', pager.Length) + "\rtwo\r\nr1# ");
        Assert.Equal("one\ntwo\n", (await wait).Before);
    }

    [Fact, Behaviour("CL-52")]
    public async Task A_question_for_the_cursor_is_answered()
    {
        var link = new MemoryTransport().Says("\e[6nr1# ");
        await using var terminal = new Terminal(link);
        await terminal.ExpectAsync([s_prompt], s_long, Token);
        Assert.Equal("\e[0;0R", link.Sent);
    }

    [Fact]
    public async Task Receive_gives_what_came_and_nothing_if_nothing_came()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("a\r\n").Says("b"));
        Assert.Equal("a\nb", await terminal.ReceiveAsync(TimeSpan.FromMilliseconds(30), s_long, Token));
        Assert.Equal("", await terminal.ReceiveAsync(TimeSpan.FromMilliseconds(30), s_long, Token));
    }

    [Fact]
    public async Task A_line_without_end_costs_no_more_than_its_length()
    {
        var link = new MemoryTransport();
        await using var terminal = new Terminal(link);
        var piece = new string('x', 16_000);
        for (var i = 0; i < 300; i++)
            link.Says(piece);
        link.Says(" r1# ");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var match = await terminal.ExpectAsync([new("prompt", new Regex("r1# $"))], s_long, limit.Token);
        Assert.Equal(300 * 16_000 + 1, match.Before.Length);
    }
}
