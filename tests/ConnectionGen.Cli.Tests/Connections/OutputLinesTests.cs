using System.Text;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>The output of a command as a stream of lines.</summary>
public sealed class OutputLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("one\r\ntwo\r\n", "one|two")]
    [InlineData("\r\n\r\none\r\n\r\n\r\ntwo\r\n\r\n", "one|||two")]
    [InlineData("", "")]
    [InlineData("\r\n\r\n", "")]
    [InlineData("one\r\nr1# is in it\r\n", "one|r1# is in it")]
    public async Task Lines_are_what_the_text_would_be(string output, string lines)
    {
        foreach (var bytes in new[] { 1, 3, 7, 10_000 })
        {
            await using var router = await MemoryRouter.StartAsync();
            router.Link.OnLine = line => InPieces(router, $"{line}\r\n{output}r1# ", bytes);
            var text = await router.Connection.ExecuteAsync("show it", cancellationToken: Token);
            Assert.Equal(lines, text.Replace('\n', '|'));
            Assert.Equal(lines, string.Join('|', await router.Connection.ExecuteLinesAsync("show it", cancellationToken: Token).ToListAsync(Token)));
            Assert.Equal(text, await router.Connection.ExecuteAsync("show it", cancellationToken: Token));
        }
    }

    [Fact]
    public async Task A_line_above_the_prompt_is_no_output()
    {
        await using var router = await MemoryRouter.StartAsync("junos", greeting: "me@r1> ");
        router.Reply = static line => line == "configure" ? "\r\n[edit]\r\nme@r1# " : "one\r\n[edit]\r\ntwo\r\n\r\n[edit]\r\nme@r1# ";
        await router.Connection.GoToAsync("config", Token);
        router.Link.OnLine = line => InPieces(router, $"{line}\r\n{router.Reply(line)}", 2);
        Assert.Equal(["one", "[edit]", "two"], await router.Connection.ExecuteLinesAsync("show", cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task An_enumeration_that_is_left_early_leaves_the_connection_usable()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line == "show all" ? "1\r\n2\r\n3\r\n" : $"answer to {line}\r\nr1# ";
        await foreach (var line in router.Connection.ExecuteLinesAsync("show all", cancellationToken: Token))
        {
            Assert.Equal("1", line);
            break;
        }

        var next = router.Connection.ExecuteAsync("show clock", cancellationToken: Token);
        Assert.DoesNotContain("show clock", router.Link.Sent, StringComparison.Ordinal);
        router.Link.Says("4\r\n5\r\nr1# ");
        Assert.Equal("answer to show clock", await next);
        Assert.Equal("answer to show clock", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task The_connection_is_busy_until_the_enumeration_ends()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => $"answer to {line}\r\nr1# ";
        Task<string> other;
        await using (var lines = router.Connection.ExecuteLinesAsync("first", cancellationToken: Token).GetAsyncEnumerator(Token))
        {
            Assert.True(await lines.MoveNextAsync());
            using (ExecutionContext.SuppressFlow())
                other = Task.Run(() => router.Connection.ExecuteAsync("second", cancellationToken: Token), Token);
            Assert.False(await lines.MoveNextAsync());
            Assert.DoesNotContain("second", router.Link.Sent, StringComparison.Ordinal);
        }

        Assert.Equal("answer to second", await other);
    }

    [Fact]
    public async Task An_error_text_is_an_exception_after_the_last_line()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "one\r\n% Invalid input detected at '^' marker.\r\ntwo\r\nr1# ";
        var seen = new List<string>();
        var e = await Assert.ThrowsAsync<CommandFailedException>(async () =>
        {
            await foreach (var line in router.Device.ExecuteLinesAsync("bad", cancellationToken: Token))
                seen.Add(line);
        });
        Assert.Equal(("bad", "% Invalid input detected at '^' marker.", 3), (e.Command, e.Error, seen.Count));
        Assert.Equal(3, (await router.Connection.ExecuteLinesAsync("bad", options: new CommandOptions { ErrorPatterns = [] }, cancellationToken: Token).ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task Several_commands_are_one_stream()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => $"1 of {line}\r\n2 of {line}\r\nr1# ";
        Assert.Equal(["1 of a", "2 of a", "1 of b", "2 of b"], await router.Connection.ExecuteLinesAsync("a\nb", cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_stream_has_one_deadline_also_while_lines_come()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "1\r\n";
        var seen = new List<string>();
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(async () =>
        {
            await foreach (var line in router.Connection.ExecuteLinesAsync("endless", TimeSpan.FromMilliseconds(100), cancellationToken: Token))
            {
                seen.Add(line);
                router.Link.Says("again\r\n");
            }
        });
        Assert.Contains("not seen within 0.1 s: ", e.Message, StringComparison.Ordinal);
        Assert.Equal(["1", "again"], seen.Distinct());
        Assert.True(router.Connection.IsConnected);
    }

    [Fact]
    public async Task A_link_that_is_cut_in_a_stream_ends_it_with_the_lines_so_far()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => "1\r\n2\r\nhalf";
        var seen = new List<string>();
        await Assert.ThrowsAsync<LinkClosedException>(async () =>
        {
            await foreach (var line in router.Connection.ExecuteLinesAsync("show", cancellationToken: Token))
            {
                seen.Add(line);
                router.Link.Ends();
            }
        });
        Assert.Equal(["1", "2"], seen);
        Assert.False(router.Connection.IsConnected);
    }

    [Fact]
    public async Task A_long_output_is_never_held_as_a_whole()
    {
        const int Lines = 400_000;
        await using var router = await MemoryRouter.StartAsync();
        var sent = 0;
        router.Reply = _ => Next();
        var (count, peak, start) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var line in router.Connection.ExecuteLinesAsync("show all", cancellationToken: Token))
        {
            Assert.EndsWith("of fifty bytes or more, as they are", line, StringComparison.Ordinal);
            if (++count % 1000 == 0)
                router.Link.Says(Next());
            if (count % 50_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - start);
        }

        Assert.Equal(Lines, count);
        Assert.True(peak < 4_000_000, $"{peak:N0} bytes were held of an output of {Lines * 55:N0}");

        string Next()
        {
            var text = new StringBuilder();
            for (var i = 0; i < 1000 && sent < Lines; i++)
                text.Append(++sent).Append(" is a line of fifty bytes or more, as they are\r\n");
            return sent < Lines ? text.ToString() : text.Append("r1# ").ToString();
        }
    }

    private static string InPieces(MemoryRouter router, string text, int bytes)
    {
        foreach (var piece in text.Chunk(bytes))
            router.Link.Says(new string(piece));
        return "";
    }
}
