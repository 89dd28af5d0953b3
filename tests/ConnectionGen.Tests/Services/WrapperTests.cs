namespace ConnectionGen.Tests.Services;

/// <summary>Code around services.</summary>
public sealed class WrapperTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();
    private readonly List<string> _seen = [];
    private ProbeConnection _probe = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _probe = await _lab.Devices["r1"].ConnectAsync<ProbeConnection>("p", cancellationToken: Token);

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("SW-01", "SW-03", "SW-07", "SW-08", "SW-10", "SW-14", "SW-15", "SW-16", "SW-24")]
    public async Task A_typed_wrapper_runs_before_and_after_with_arguments_and_result()
    {
        using var wrapper = _lab.Devices["r1"].AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "n"), nameof(ProbeConnection.CountAsync)));
        Assert.Equal("ok", await _probe.CountAsync(0, Token));
        Assert.Equal(["n before p r1 CountAsync 0", "n after ok"], _seen);
        Assert.Equal(3, _probe.Add(1, 2)); // another service: not wrapped
        Assert.Equal(2, _seen.Count);
    }

    [Fact, Behaviour("SW-04", "SW-23")]
    public async Task The_higher_order_is_outside()
    {
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "inner"), nameof(ProbeConnection.CountAsync), order: -1));
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "outer"), nameof(ProbeConnection.CountAsync), order: 7));
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "middle"), nameof(ProbeConnection.CountAsync)));
        await _probe.CountAsync(-1, Token);
        Assert.Equal(["outer", "middle", "inner", "inner", "middle", "outer"], _seen.Select(static line => line.Split(' ')[0]));
    }

    [Fact, Behaviour("SW-02", "SW-05", "SW-06", "SW-22")]
    public async Task It_applies_by_class_and_by_what_it_finds_out_about_the_connection()
    {
        _lab.AddWrapper(ServiceWrapping.Of<Connection>(new Noting(_seen, "all") { Only = "r2" }, nameof(ProbeConnection.CountAsync)));
        _lab.AddWrapper(ServiceWrapping.Of<Devices.OtherConnection>(new Noting(_seen, "other")));
        await _probe.CountAsync(0, Token);
        Assert.Empty(_seen);
        await _lab.Devices["r2"].ConnectAsync(cancellationToken: Token);
        await _lab.Devices["r2"].CountAsync(0, Token);
        Assert.Equal(2, _seen.Count);
        await _lab.Devices["r2"].ConnectAsync<Devices.OtherConnection>("o", cancellationToken: Token);
        Assert.Equal("other", await _lab.Devices["r2"].Alias("o").CountAsync(0, Token));
        Assert.Equal(6, _seen.Count);
    }

    [Fact, Behaviour("SW-09")]
    public async Task It_may_change_arguments_call_several_times_or_not_at_all()
    {
        using (_lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Calling(static async (call, service, token) => await service(-1, token) + await service(0, token)))))
        {
            Assert.Equal("okok", await _probe.CountAsync(5, Token));
            Assert.Equal(2, _probe.Calls);
        }

        using (_lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Calling(static (_, _, _) => Task.FromResult("replaced")))))
        {
            Assert.Equal("replaced", await _probe.CountAsync(5, Token));
            Assert.Equal(2, _probe.Calls);
        }

        Assert.Equal("ok", await _probe.CountAsync(0, Token));
    }

    [Fact, Behaviour("SW-11", "SW-13", "SW-25")]
    public async Task It_may_answer_for_a_failure_and_the_answer_goes_on_as_the_result()
    {
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Swallowing(_seen)));
        Assert.Equal("after: swallowed IOException", await _probe.RunAsync(static _ => throw new IOException(), Token));
        Assert.Equal("ok", await Plain().CountAsync(0, Token));
    }

    [Fact, Behaviour("SW-12")]
    public async Task Without_a_handler_the_failure_goes_to_the_caller()
    {
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "n")));
        using var stop = new CancellationTokenSource();
        var call = _probe.CountAsync(10_000, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(["n before p r1 CountAsync 10000"], _seen);
    }

    [Fact, Behaviour("SW-17")]
    public async Task It_may_call_the_connections_other_services()
    {
        _lab.AddWrapper(ServiceWrapping.Of<ProbeConnection>(new Calling(static async (call, service, token) => $"{((ProbeConnection)call.Connection).Add(1, 1)} {await service(call.Arguments, token)}")));
        Assert.Equal("2 ok", await _probe.CountAsync(0, Token).WaitAsync(ProbeLab.Soon, Token));
    }

    [Fact]
    public async Task One_for_any_service_sees_them_all()
    {
        _lab.AddWrapper(ServiceWrapping.Of<Connection>(new Watching(_seen)));
        await _probe.CountAsync(0, Token);
        Assert.Equal(3, _probe.Add(1, 2));
        await _probe.PauseAsync(Token);
        await Assert.ThrowsAsync<IOException>(() => _probe.RunAsync(static _ => throw new IOException(), Token));
        Assert.Equal(
            ["CountAsync(0)", "= ok", "Add(1, 2)", "= 3", "PauseAsync()", "= ()", "RunAsync(System.Func`2[ConnectionGen.Tests.ProbeConnection,System.Threading.Tasks.Task`1[System.String]])", "! IOException"],
            _seen);
    }

    [Fact]
    public async Task What_was_chosen_for_one_service_holds_for_no_other()
    {
        _lab.AddWrapper(ServiceWrapping.Of<Connection>(new Watching(_seen), nameof(ProbeConnection.CountAsync)));
        await _probe.CountAsync(0, Token);
        Assert.Equal(3, _probe.Add(1, 2));
        await _probe.PauseAsync(Token);
        await _probe.CountAsync(-1, Token);
        Assert.Equal(["CountAsync(0)", "= ok", "CountAsync(-1)", "= ok"], _seen);
    }

    [Fact, Behaviour("CP-15")]
    public async Task Workers_of_a_pool_are_wrapped_too()
    {
        await using var lab = ProbeLab.Load(new() { Wrappers = [ServiceWrapping.Of<ProbeConnection>(new Noting(_seen, "n"), nameof(ProbeConnection.CountAsync))] });
        var pool = await lab.Devices["r1"].ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        await lab.Devices["r1"].Alias("pool").CountAsync(0, Token);
        await pool.CountAsync(0, Token);
        Assert.Equal(4, _seen.Count);
        Assert.Equal("n before pool[1] r1 CountAsync 0", _seen[0]);
    }

    private static ProbeConnection Plain()
    {
        var lab = ProbeLab.Load();
        var probe = lab.Devices["r1"].Connect<ProbeConnection>();
        return probe;
    }

    private sealed class Noting(List<string> seen, string name) : ServiceWrapper<int, string>
    {
        public string? Only { get; init; }

        public override bool AppliesTo(Connection connection) => Only is null || connection.Device.Name == Only;

        protected override Task BeforeAsync(ServiceCall<int> call, CancellationToken cancellationToken)
        {
            seen.Add($"{name} before {call.Connection.Alias} {call.Device} {call.Service.Name} {call.Arguments}");
            return Task.CompletedTask;
        }

        protected override Task<string> AfterAsync(ServiceCall<int> call, string result, CancellationToken cancellationToken)
        {
            seen.Add($"{name} after {result}");
            return Task.FromResult(result);
        }
    }

    private sealed class Calling(Func<ServiceCall<int>, Func<int, CancellationToken, Task<string>>, CancellationToken, Task<string>> how) : ServiceWrapper<int, string>
    {
        protected override Task<string> CallAsync(ServiceCall<int> call, Func<int, CancellationToken, Task<string>> service, CancellationToken cancellationToken) => how(call, service, cancellationToken);
    }

    private sealed class Swallowing(List<string> seen) : ServiceWrapper<Func<ProbeConnection, Task<string>>, string>
    {
        protected override Task<string> OnErrorAsync(ServiceCall<Func<ProbeConnection, Task<string>>> call, Exception error, CancellationToken cancellationToken)
        {
            seen.Add(error.GetType().Name);
            return Task.FromResult($"swallowed {error.GetType().Name}");
        }

        protected override Task<string> AfterAsync(ServiceCall<Func<ProbeConnection, Task<string>>> call, string result, CancellationToken cancellationToken) => Task.FromResult($"after: {result}");
    }

    private sealed class Watching(List<string> seen) : AnyServiceWrapper
    {
        protected override Task BeforeAsync(ServiceCall call, CancellationToken cancellationToken)
        {
            seen.Add($"{call.Service.Name}({string.Join(", ", call.Values)})");
            return Task.CompletedTask;
        }

        protected override Task<TResult> OnErrorAsync<TResult>(ServiceCall call, Exception error, CancellationToken cancellationToken)
        {
            seen.Add($"! {error.GetType().Name}");
            throw error;
        }

        protected override Task<TResult> AfterAsync<TResult>(ServiceCall call, TResult result, CancellationToken cancellationToken)
        {
            seen.Add($"= {result}");
            return Task.FromResult(result);
        }
    }
}
