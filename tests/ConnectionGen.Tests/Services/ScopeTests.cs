namespace ConnectionGen.Tests.Services;

/// <summary>Results of services that hold the connection until they are disposed of.</summary>
public sealed partial class ScopeTests : IAsyncLifetime
{
    private readonly Testbed _lab = Load();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_scope_holds_its_connection_and_its_own_calls_go_the_way_of_every_call()
    {
        var outside = ExecutionContext.Capture()!;
        var seen = new List<string>();
        await using var lab = Load(new TestbedOptions { Wrappers = [ServiceWrapping.Of<Connection>(new Noting(seen))] });
        var connection = await lab.Devices["r1"].ConnectAsync<ScopedConnection>(cancellationToken: Token);
        Task<string>? other = null;
        await using (var scope = await connection.BeginAsync(Token))
        {
            ExecutionContext.Run(outside, _ => other = connection.SayAsync("outside", Token), null);
            Assert.Equal("inside", await scope.SayAsync("inside"));
            Assert.False(other!.IsCompleted);
        }

        Assert.Equal("outside", await other.WaitAsync(ProbeLab.Soon, Token));
        Assert.Equal(["BeginAsync", "SayAsync", "EndAsync", "SayAsync"], seen);
        Assert.Equal("again", await connection.SayAsync("again", Token).WaitAsync(ProbeLab.Soon, Token));
    }

    [Fact]
    public async Task A_call_of_the_same_flow_throws_instead_of_waiting_for_its_own_scope()
    {
        var connection = await _lab.Devices["r1"].ConnectAsync<ScopedConnection>(cancellationToken: Token);
        await using var scope = await connection.BeginAsync(Token);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => connection.SayAsync("x", Token));
        Assert.Equal("This flow still holds the connection in a scope of BeginAsync; dispose that before calling another service, which would wait for itself.", e.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.BeginAsync(Token));
    }

    [Fact]
    public async Task A_scope_that_could_not_begin_or_is_over_holds_nothing()
    {
        var connection = await _lab.Devices["r1"].ConnectAsync<ScopedConnection>(cancellationToken: Token);
        connection.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => connection.BeginAsync(Token));
        Assert.Equal("x", await connection.SayAsync("x", Token).WaitAsync(ProbeLab.Soon, Token));
        connection.Fails = false;
        var scope = connection.Begin(Token);
        scope.Dispose();
        scope.Dispose();
        Assert.Equal("x", connection.Say("x", Token));
        var e = await Assert.ThrowsAsync<ObjectDisposedException>(() => scope.SayAsync("late"));
        Assert.StartsWith("The scope of BeginAsync on 'default' of 'r1' via 'cli' is over: it was disposed of.", e.Message, StringComparison.Ordinal);
        await connection.DisconnectAsync(Token);
        await Assert.ThrowsAsync<NotConnectedException>(() => connection.BeginAsync(Token));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.BeginAsync(stop.Token));
    }

    [Fact]
    public async Task A_pool_lends_its_worker_until_the_scope_is_disposed_of()
    {
        var pool = await _lab.Devices["r1"].ConnectPoolAsync<ScopedConnection>(2, cancellationToken: Token);
        var first = await pool.BeginAsync(Token);
        var second = await _lab.Devices["r1"].BeginValueAsync(Token);
        Assert.NotSame(first.Connection, second.Connection);
        Assert.Equal(0, pool.Statistics.Free);
        await second.DisposeAsync();
        Assert.Equal(1, pool.Statistics.Free);
        Assert.Equal("x", await pool.SayAsync("x", Token));
        first.Dispose();
        Assert.Equal(2, pool.Statistics.Free);
        pool.Workers[0].Fails = pool.Workers[1].Fails = true;
        await Assert.ThrowsAsync<IOException>(() => pool.BeginAsync(Token));
        Assert.Equal(2, pool.Statistics.Free);
    }

    [Fact]
    public async Task A_disconnect_closes_under_a_scope_after_its_limit()
    {
        var outside = ExecutionContext.Capture()!;
        var connection = await _lab.Devices["r1"].ConnectAsync<ScopedConnection>(cancellationToken: Token);
        connection.Limits = connection.Limits with { Disconnect = TimeSpan.Zero };
        await using var scope = await connection.BeginAsync(Token);
        Task? closing = null;
        ExecutionContext.Run(outside, _ => closing = connection.DisconnectAsync(Token), null);
        await closing!.WaitAsync(ProbeLab.Soon, Token);
        await Assert.ThrowsAsync<NotConnectedException>(() => scope.SayAsync("x"));
        scope.IsLeft = true;
    }

    [Fact]
    public async Task A_connection_whose_calls_run_side_by_side_is_held_by_nobody()
    {
        var connection = await _lab.Devices["r2"].ConnectAsync<SideBySideConnection>(cancellationToken: Token);
        await using var scope = await connection.BeginAsync(Token);
        Assert.Equal("x", await connection.SayAsync("x", Token));
        Assert.Equal("x", await scope.SayAsync("x"));
    }

    private static Testbed Load(TestbedOptions? options = null) => Testbed.Parse(
        "devices: {r1: {os: linux, connections: {defaults: {class: scoped}, cli: {ip: 127.0.0.1}}}, r2: {os: linux, connections: {cli: {class: side-by-side, ip: 127.0.0.1}}}}", options);

    private sealed class Noting(List<string> seen) : AnyServiceWrapper
    {
        protected override Task BeforeAsync(ServiceCall call, CancellationToken cancellationToken)
        {
            seen.Add(call.Service.Name);
            return Task.CompletedTask;
        }
    }

    /// <summary>Begins scopes, one call at a time.</summary>
    [ConnectionClass("scoped")]
    public partial class ScopedConnection(ConnectionContext context) : Connection(context)
    {
        public bool Fails { get; set; }

        [Service]
        public virtual async Task<ProbeScope> BeginAsync(CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Fails ? throw new IOException("no") : new ProbeScope(this);
        }

        [Service]
        public virtual async ValueTask<ProbeScope> BeginValueAsync(CancellationToken cancellationToken = default) => await BeginAsync(cancellationToken);

        [Service]
        public virtual async Task<string> SayAsync(string text, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return text;
        }

        [Service]
        public virtual Task EndAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>The same, several calls at a time.</summary>
    /// <param name="context">The connection's surroundings.</param>
    [ConnectionClass("side-by-side", Concurrency = Concurrency.Concurrent)]
    public partial class SideBySideConnection(ConnectionContext context) : ScopedConnection(context);

    /// <summary>Says things on a connection until it is disposed of.</summary>
    /// <param name="connection">The connection.</param>
    public sealed class ProbeScope(ScopedConnection connection) : IConnectionScope
    {
        public ScopeHold? Hold { get; set; }

        public ScopedConnection Connection => connection;

        public bool IsLeft { get; set; }

        public Task<string> SayAsync(string text) => Hold!.RunAsync(() => connection.SayAsync(text, Token));

        public void Dispose() => Blocking.Run(this, static scope => scope.DisposeAsync().AsTask());

        public async ValueTask DisposeAsync()
        {
            using (Hold)
            {
                if (!IsLeft)
                {
                    IsLeft = true;
                    await Hold!.RunAsync(() => connection.EndAsync(Token));
                }
            }
        }
    }
}
