using Microsoft.Extensions.Logging;

namespace ConnectionGen.Tests.Signals;

/// <summary>What logs show.</summary>
public sealed class LogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_and_calls_are_logged_without_arguments_and_texts_of_errors()
    {
        var log = new ListLogger();
        await using var lab = ProbeLab.Load(new() { LoggerFactory = log });
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        await probe.CountAsync(0, Token);
        await Assert.ThrowsAsync<IOException>(() => probe.RunAsync(static _ => throw new IOException("hunter2"), Token));
        await probe.DisconnectAsync(Token);
        Assert.Collection(
            log.Lines,
            static line => Assert.Equal("Information: 'a' of 'r1' connected via 'mgmt'", line),
            static line => Assert.Equal("Debug: CountAsync begins on 'a' of 'r1'", line),
            static line => Assert.Matches("^Debug: CountAsync ended on 'a' of 'r1' after [0-9.]+ ms$", line),
            static line => Assert.Equal("Debug: RunAsync begins on 'a' of 'r1'", line),
            static line => Assert.Matches("^Debug: RunAsync failed on 'a' of 'r1' after [0-9.]+ ms: IOException$", line),
            static line => Assert.Equal("Information: 'a' of 'r1' disconnected from 'mgmt'", line));
    }

    [Fact]
    public async Task A_log_without_debug_lines_hears_of_connections_only()
    {
        var log = new ListLogger { Least = LogLevel.Information };
        await using var lab = ProbeLab.Load(new() { LoggerFactory = log });
        var probe = await lab.Devices["r1"].ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        await probe.CountAsync(0, Token);
        probe.End();
        Assert.Equal(["Information: 'a' of 'r1' connected via 'mgmt'", "Information: 'a' of 'r1' disconnected from 'mgmt'"], log.Lines);
    }

    [Fact]
    public async Task The_category_is_the_class()
    {
        var log = new ListLogger();
        await using var lab = ProbeLab.Load(new() { LoggerFactory = log });
        await lab.Devices["r1"].ConnectAsync("a", cancellationToken: Token);
        Assert.Contains("ConnectionGen.ProbeConnection", log.Categories);
    }
}
