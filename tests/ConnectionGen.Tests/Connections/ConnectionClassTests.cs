using System.Reflection;

namespace ConnectionGen.Tests.Connections;

/// <summary>What a connection class is, gets and does.</summary>
public sealed class ConnectionClassTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Device R1 => _lab.Devices["r1"];

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("CC-01", "CC-10", "CC-11")]
    public void Every_class_derives_from_the_base_and_says_how_to_open_and_close()
    {
        Assert.True(typeof(Connection).IsAbstract);
        Assert.Contains(typeof(Connection), typeof(ConnectionClassInfo).GetMethod(nameof(ConnectionClassInfo.Of))!.GetGenericArguments()[0].GetGenericParameterConstraints());
        string?[] asked = [.. typeof(Connection).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(static method => method.IsAbstract).Select(static method => method.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["CloseAsync", "OpenAsync"], asked);
    }

    [Fact, Behaviour("CC-02", "CC-09", "CC-10", "CC-11")]
    public async Task An_open_connection_is_opened_once_and_closed_once()
    {
        var probe = R1.Instantiate<ProbeConnection>();
        Assert.False(probe.IsConnected);
        probe.OnOpen = static async (_, _) => await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => probe.ConnectAsync(Token), Token)));
        await R1.ConnectAsync(cancellationToken: Token);
        Assert.Equal((true, 1), (probe.IsConnected, probe.Opened));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => probe.DisconnectAsync(Token), Token)));
        Assert.Equal((false, 1), (probe.IsConnected, probe.Closed));
    }

    [Fact, Behaviour("CC-06", "SL-15")]
    public void The_base_is_made_with_the_context()
    {
        Assert.Throws<ArgumentNullException>(static () => new ProbeConnection(null!));
        Assert.Equal(typeof(ConnectionContext), Assert.Single(Assert.Single(typeof(Connection).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)).GetParameters()).ParameterType);
        Assert.NotSame(R1.Instantiate("a").Gate, R1.Instantiate("b").Gate);
    }

    [Fact, Behaviour("CC-08", "CM-52")]
    public async Task A_class_reads_its_path_and_gets_the_calls_arguments()
    {
        await using var lab = Testbed.Parse("""
            devices:
              r:
                connections:
                  defaults: {class: sized, via: a}
                  a: {protocol: telnet, ip: 192.0.2.7, port: 2007, arguments: {term_width: 132}}
            """);
        var device = lab.Devices["r"];
        var plain = await device.ConnectSizedAsync("plain", cancellationToken: Token);
        Assert.Equal(("192.0.2.7", 2007, 132, null), (plain.Host, plain.Port, plain.TermWidth, plain.Timeout));
        var called = await device.ConnectSizedAsync("called", termWidth: 512, timeout: TimeSpan.FromSeconds(100), cancellationToken: Token);
        Assert.Equal((512, TimeSpan.FromSeconds(100)), (called.TermWidth, called.Timeout));
        var pool = await device.ConnectSizedPoolAsync(2, "pool", termWidth: 200, cancellationToken: Token);
        Assert.All(pool.Workers, static worker => Assert.Equal(200, worker.TermWidth));
    }

    [Fact, Behaviour("CC-15", "CC-19", "DI-28")]
    public async Task A_class_offers_what_it_can_and_another_service_is_refused_whatever_the_arguments()
    {
        var sized = await R1.ConnectAsync<SizedConnection>("s", cancellationToken: Token);
        Assert.Equal(80, sized.Width());
        Assert.Equal(80, R1.Alias("s").Width());
        foreach (var delay in new[] { -1, 0 })
        {
            var refused = R1.Alias("s").CountAsync(delay, Token); // a faulted task, no throw
            Assert.Equal("'s' of 'r1' via 'mgmt' is a SizedConnection, which has no service CountAsync.", (await Assert.ThrowsAsync<ServiceNotSupportedException>(() => refused)).Message);
        }

        Assert.Throws<ServiceNotSupportedException>(() => R1.Alias("s").Add(1, 2));
    }

    [Fact, Behaviour("CC-16")]
    public async Task The_managers_connect_makes_and_the_connections_own_opens()
    {
        var first = await R1.ConnectAsync("a", cancellationToken: Token);
        await first.DisconnectAsync(Token);
        await first.ConnectAsync(Token);
        Assert.Same(first, R1.ConnectionManager.Connections["a"]);
        await R1.DestroyAsync("a", Token);
        Assert.StartsWith("'a' of 'r1' via 'mgmt' was destroyed.", (await Assert.ThrowsAsync<ObjectDisposedException>(() => first.ConnectAsync(Token))).Message, StringComparison.Ordinal);
        Assert.NotSame(first, await R1.ConnectAsync("a", cancellationToken: Token));
    }

    [Fact, Behaviour("CC-20", "SL-06")]
    public async Task Services_need_no_lock_of_their_own_for_what_the_connection_keeps()
    {
        var sized = await R1.ConnectAsync<SizedConnection>("s", cancellationToken: Token);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => sized.StepAsync(Token), Token)));
        Assert.Equal(50, sized.Steps);
    }

    [Fact]
    public async Task A_connection_destroyed_while_it_opens_is_not_open_afterwards_and_its_link_is_closed()
    {
        var probe = R1.Instantiate<ProbeConnection>("a");
        probe.Limits = new() { Disconnect = TimeSpan.FromMilliseconds(20) };
        var opening = new TaskCompletionSource();
        probe.OnOpen = (_, _) => opening.Task;
        var connecting = probe.ConnectAsync(Token);
        await R1.DestroyAsync("a", Token).WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal(1, probe.Closed); // under the opening
        opening.SetResult();
        Assert.Equal("'a' of 'r1' via 'mgmt' was disconnected while it was being opened.", (await Assert.ThrowsAsync<ConnectionClosedException>(() => connecting.WaitAsync(ProbeLab.Soon, Token))).Message);
        Assert.False(probe.IsConnected);
        await Eventually(() => probe.Closed == 2); // what it opened after that
    }

    [Fact]
    public async Task An_opening_waits_until_the_one_that_was_given_up_has_ended()
    {
        var probe = R1.Instantiate<ProbeConnection>("a");
        var opening = new TaskCompletionSource();
        probe.OnOpen = (_, _) => opening.Task;
        using var stop = new CancellationTokenSource();
        var given = probe.ConnectAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        probe.OnOpen = static (_, _) => Task.CompletedTask;
        var again = probe.ConnectAsync(Token);
        await Task.Delay(20, Token);
        Assert.Equal((false, 1), (again.IsCompleted, probe.Opened));
        opening.SetResult();
        await again.WaitAsync(ProbeLab.Soon, Token);
        Assert.Equal((true, 2, 1), (probe.IsConnected, probe.Opened, probe.Closed));
    }

    [Fact]
    public async Task What_never_ends_keeps_a_connection_from_opening_no_longer_than_its_limit()
    {
        var probe = R1.Instantiate<ProbeConnection>("a");
        probe.Limits = new() { Open = TimeSpan.FromMilliseconds(20) };
        probe.OnOpen = static (_, _) => new TaskCompletionSource().Task;
        await Assert.ThrowsAsync<ConnectionTimeoutException>(() => probe.ConnectAsync(Token));
        Assert.Equal(
            "'a' of 'r1' via 'mgmt' did not open within 00:00:00.0200000: what was begun on it before has not ended.",
            (await Assert.ThrowsAsync<ConnectionTimeoutException>(() => probe.ConnectAsync(Token))).Message);
    }

    [Fact]
    public async Task A_token_that_has_fired_opens_nothing()
    {
        var probe = R1.Instantiate<ProbeConnection>("a");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe.ConnectAsync(new CancellationToken(canceled: true)));
        Assert.Equal((false, 0), (probe.IsConnected, probe.Opened));
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var n = 0; n < 2000 && !holds(); n++)
        {
            await Task.Delay(5, Token);
        }

        Assert.True(holds());
    }
}

[ConnectionClass("sized")]
public partial class SizedConnection(ConnectionContext context, int termWidth = 80, TimeSpan? timeout = null) : Connection(context)
{
    public int TermWidth => termWidth;

    public TimeSpan? Timeout => timeout;

    public string? Host => Context.Path.Host;

    public int? Port => Context.Path.Port;

    public int Steps { get; private set; }

    [Service]
    public virtual int Width() => termWidth;

    [Service]
    public virtual async Task StepAsync(CancellationToken cancellationToken = default)
    {
        var before = Steps;
        await Task.Yield();
        Steps = before + 1;
    }

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
