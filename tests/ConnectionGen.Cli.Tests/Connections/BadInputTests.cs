using System.Diagnostics;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>What devices send that nobody wants to read: each call ends within its limit, says what was awaited and what came, and leaves the connection usable or disconnected.</summary>
public sealed class BadInputTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a line\r\n")]
    [InlineData("no line end")]
    [InlineData("r1# \r\n")]
    [InlineData("\r\b\0\u001b[K")]
    public async Task Text_that_never_ends(string text)
    {
        await using var router = await MemoryRouter.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var talking = Task.CompletedTask;
        router.Reply = line =>
        {
            if (line == "show endless")
                talking = TalkAsync(router, text, stop.Token);
            return line == "show endless" ? "" : "r1# ";
        };
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.ExecuteAsync("show endless", TimeSpan.FromMilliseconds(200), cancellationToken: Token).WaitAsync(s_soon, Token));
        await stop.CancelAsync();
        await talking;
        Assert.StartsWith("'default' of 'r1' via 'cli' (memory) in mode enable: not seen within 0.2 s: config prompt ", e.Message, StringComparison.Ordinal);
        Assert.True(e.Message.Length < 8000, $"{e.Message.Length} characters");
        router.Link.Says("\r\nr1# ");
        router.Reply = static _ => "12:00\r\nr1# ";
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_prompt_that_changes()
    {
        await using var router = await MemoryRouter.StartAsync();
        var prompt = "r1# ";
        router.Reply = line =>
        {
            prompt = line switch { "hostname r2" => "r2# ", "odd" => "odd prompt: ", _ => prompt };
            return $"answer\r\n{prompt}";
        };
        Assert.Equal("answer", await router.Connection.ExecuteAsync("hostname r2", cancellationToken: Token));
        Assert.Equal(("r2", "enable"), (router.Connection.HostName, router.Connection.Mode));
        Assert.Equal("answer", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.ExecuteAsync("odd", TimeSpan.FromMilliseconds(100), cancellationToken: Token));
        Assert.Contains("  | odd prompt:", e.Message, StringComparison.Ordinal);
        router.Link.Says("\r\nr2# ");
        prompt = "r2# ";
        Assert.Equal("answer", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Garbage(int seed)
    {
        var chance = new Random(seed);
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line =>
        {
            if (line == "show noise")
            {
                var noise = new byte[20_000];
                chance.NextBytes(noise);
                router.Link.Says("show noise\r\n").Says(noise);
            }

            return line == "show noise" ? "" : "12:00\r\nr1# ";
        };
        router.Echoes = false;
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.ExecuteAsync("show noise", TimeSpan.FromMilliseconds(300), cancellationToken: Token));
        // what came is escaped, so that a message spoils no terminal
        Assert.DoesNotContain(e.Message, static c => c < ' ' && c != '\n');
        // the end of a control sequence that noise has begun
        router.Link.Says("\u0007\u001b\\\u001b[m\r\nr1# ");
        router.Echoes = true;
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact, Behaviour("DG-30")]
    public async Task Invalid_utf8()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line =>
        {
            router.Link.Says("show name\r\n").Says([(byte)'a', 0xFF, 0xC3, (byte)'b', 0xE2, 0x82]).Says("\r\n").Says([0xC3]).Says([0xA9]).Says("\r\nr1# ");
            return "";
        };
        router.Echoes = false;
        Assert.Equal("a\uFFFD\uFFFDb\uFFFD\né", await router.Connection.ExecuteAsync("show name", cancellationToken: Token));
    }

    [Fact]
    public async Task A_link_that_is_cut_before_the_first_prompt()
    {
        await using var router = MemoryRouter.Make(greeting: "Welcome\r\n");
        var connecting = router.Connection.ConnectAsync(Token);
        for (var i = 0; i < 500 && router.Link is null; i++)
            await Task.Delay(10, Token);
        router.Link!.Ends();
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => connecting);
        Assert.StartsWith("'default' of 'r1' via 'cli' (memory): the link was closed while waiting for ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("  | Welcome\n  | ", e.Message, StringComparison.Ordinal);
        Assert.False(router.Connection.IsConnected);
    }

    [Fact, Behaviour("CL-89", "CL-90", "CL-93")]
    public async Task A_link_that_is_cut_under_every_service()
    {
        var calls = new Dictionary<string, Func<CutConnection, Task>>
        {
            ["execute"] = static connection => connection.ExecuteAsync("show clock", cancellationToken: Token),
            ["detailed"] = static connection => connection.ExecuteDetailedAsync("show clock", cancellationToken: Token),
            ["lines"] = static connection => connection.ExecuteLinesAsync("show clock", cancellationToken: Token).ToListAsync(Token).AsTask(),
            ["configure"] = static connection => connection.ConfigureAsync("hostname r1", cancellationToken: Token),
            ["mode"] = static connection => connection.GoToAsync("config", Token),
            ["disable"] = static connection => connection.DisableAsync(Token),
            ["expect"] = static connection => connection.ExpectAsync([new("never", new("never"))], cancellationToken: Token),
        };
        foreach (var (name, call) in calls)
        {
            await using var router = await MemoryRouter.StartAsync();
            router.Reply = static _ => "half of it";
            var running = call(router.Connection);
            router.Link.Ends();
            var e = await Assert.ThrowsAsync<LinkClosedException>(() => running.WaitAsync(s_soon, Token));
            Assert.StartsWith("'default' of 'r1' via 'cli' (memory) in mode enable: the link was closed while waiting for ", e.Message, StringComparison.Ordinal);
            Assert.False(router.Connection.IsConnected, name);
            await Assert.ThrowsAsync<NotConnectedException>(() => router.Connection.SendAsync("x", Token));
            router.Reply = static _ => "12:00\r\nr1# ";
            await router.Connection.ConnectAsync(Token);
            Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        }
    }

    [Fact]
    public async Task A_secret_that_the_device_echoes_is_in_no_message()
    {
        await using var router = MemoryRouter.Make(greeting: "Password: ");
        router.Reply = static line => $"{line} is what you typed: {line}\r\n% Bad passwords\r\n";
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => router.Connection.ConnectAsync(Token));
        Assert.DoesNotContain("secret-1", e.ToString(), StringComparison.Ordinal);
        await using var silent = MemoryRouter.Make(keys: ", connection_timeout: 3", greeting: "Password: ");
        silent.Reply = static line => $"{line} is what you typed: {line}\r\n";
        var late = await Assert.ThrowsAsync<ExpectTimeoutException>(() => silent.Connection.ConnectAsync(Token));
        Assert.Contains("*** is what you typed: ***", late.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", late + late.Received, StringComparison.Ordinal);
    }

    private static async Task TalkAsync(MemoryRouter router, string text, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested && clock.Elapsed < s_soon)
        {
            router.Link.Says(text);
            await Task.Delay(1, CancellationToken.None);
        }
    }
}
