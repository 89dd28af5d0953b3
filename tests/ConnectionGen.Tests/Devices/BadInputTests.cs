using System.Globalization;

namespace ConnectionGen.Tests.Devices;

/// <summary>What cannot work is refused with an exception of its kind whose message names device and alias.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private readonly ListLogger _log = new();
    private readonly Testbed _lab;

    public BadInputTests() => _lab = ProbeLab.Load(new() { LoggerFactory = _log });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Device R1 => _lab.Devices["r1"];

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task A_pool_without_workers(int size)
    {
        string[] messages =
        [
            Refused(() => R1.InstantiatePool(size, "p")),
            Refused(() => R1.InstantiatePool<ProbeConnection>(size, "p")),
            (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await R1.ConnectPoolAsync(size, "p", cancellationToken: Token))).Message,
            (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await R1.ConnectPoolAsync<ProbeConnection>(size, "p", cancellationToken: Token))).Message,
        ];
        Assert.All(messages, message => Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"A pool has at least 1 worker, and 'p' of 'r1' was to have {size}. (Parameter 'poolSize')\nActual value was {size}."),
            message,
            ignoreLineEndingDifferences: true));
        Assert.StartsWith("A pool has at least 1 worker, and 'default' of 'r1' was", Refused(() => R1.InstantiatePool(size)), StringComparison.Ordinal);
        Assert.Empty(R1.ConnectionManager.Connections);
    }

    [Fact]
    public async Task A_pool_that_is_to_keep_no_worker()
    {
        var pool = R1.InstantiatePool(2, "p");
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => pool.ResizeAsync(0, Token));
        Assert.StartsWith("A pool has at least 1 worker, and 'p' of 'r1' via 'mgmt' was to have 0. (Parameter 'size')", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_limits_of_a_pool_a_lock_and_the_library()
    {
        var negative = TimeSpan.FromSeconds(-3);
        Assert.StartsWith(
            "A limit of 'p' of 'r1' is zero or more, or Timeout.InfiniteTimeSpan. (Parameter 'poolTimeout')", Refused(() => R1.InstantiatePool(1, "p", poolTimeout: negative)), StringComparison.Ordinal);
        Assert.StartsWith(
            "A limit of 'a' of 'r1' via 'mgmt' is zero or more, or Timeout.InfiniteTimeSpan. (Parameter 'limit')",
            Refused(() => R1.Instantiate("a").LockAsync(negative, Token)),
            StringComparison.Ordinal);
        Assert.StartsWith("A limit is zero or more, or Timeout.InfiniteTimeSpan. (Parameter 'Close')", Refused(() => new ConnectionLimits { Close = negative }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_limit_in_the_testbed()
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: probe}, a: {protocol: ssh, arguments: {connection_timeout: -5}}}}}");
        var error = Assert.Throws<ConnectionCreationException>(() => lab.Devices["r"].Instantiate("x"));
        Assert.StartsWith("'x' of 'r' via 'a': ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("vty-1")]
    [InlineData("1st")]
    [InlineData("a.b")]
    [InlineData("pool[1]")]
    public async Task An_alias_that_is_no_identifier(string alias)
    {
        var expected = $"'{alias}' cannot be an alias of a connection of 'r1': an alias has letters, digits and '_' only, and begins with no digit. (Parameter 'alias')";
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => R1.Instantiate(alias)).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<ArgumentException>(() => R1.ConnectAsync<ProbeConnection>(alias, cancellationToken: Token))).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<ArgumentException>(() => R1.ConnectPoolAsync(2, alias, cancellationToken: Token))).Message);
    }

    [Theory]
    [InlineData("_")]
    [InlineData("vty_1")]
    [InlineData("class")]
    [InlineData("größe")]
    public void Any_identifier_is_an_alias(string alias) => Assert.Equal(alias, R1.Instantiate(alias).Alias);

    [Fact]
    public async Task An_opening_that_throws_is_told_with_its_connection_and_the_log_says_where()
    {
        var probe = R1.Instantiate<ProbeConnection>("a");
        probe.OnOpen = static (_, _) => throw new IOException("refused");
        var error = await Assert.ThrowsAsync<ConnectionOpenException>(() => R1.ConnectAsync("a", cancellationToken: Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' could not be opened: IOException: refused", error.Message);
        Assert.IsType<IOException>(error.InnerException);
        Assert.Contains(_log.Lines, static line => line.Contains("'a' of 'r1' could not be connected via 'mgmt': IOException", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, static line => line.Contains("refused", StringComparison.Ordinal)); // texts of errors may hold secrets
    }

    [Fact]
    public async Task An_opening_that_was_cancelled_by_nobody_is_told_with_its_connection_too()
    {
        R1.Instantiate<ProbeConnection>("a").OnOpen = static (_, _) => throw new TaskCanceledException("the request took too long"); // as an HttpClient ends its own limit
        Assert.Equal(
            "'a' of 'r1' via 'mgmt' could not be opened: TaskCanceledException: the request took too long",
            (await Assert.ThrowsAsync<ConnectionOpenException>(() => R1.ConnectAsync("a", cancellationToken: Token))).Message);
    }

    [Fact]
    public async Task An_exception_of_the_class_that_names_its_connection_reaches_the_caller_as_it_is()
    {
        R1.Instantiate<ProbeConnection>("a").OnOpen = static (probe, _) => throw new NoLicenceException(probe.Alias);
        Assert.Equal("'a' has no licence", (await Assert.ThrowsAsync<NoLicenceException>(() => R1.ConnectAsync("a", cancellationToken: Token))).Message);
    }

    [Fact]
    public void A_device_that_was_collected_while_its_connection_lives()
    {
        var connection = ConnectionOfNobody();
        for (var n = 0; n < 10 && HasDevice(connection); n++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Contains(
            "Device 'r1' of connection 'a' was collected; hold its testbed while you use its connections.",
            Assert.Throws<ObjectDisposedException>(() => connection.Device).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_used_after_its_disposal()
    {
        var probe = await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        var pool = await R1.ConnectPoolAsync<ProbeConnection>(2, "p", cancellationToken: Token);
        var lease = await pool.LeaseAsync(Token);
        lease.Dispose();
        Assert.StartsWith("The lease of 'p[", Assert.Throws<ObjectDisposedException>(() => lease.Connection).Message, StringComparison.Ordinal);
        await R1.DisposeAsync();
        const string destroyed = "'a' of 'r1' via 'mgmt' was destroyed. Connect the alias again: that makes a new connection.";
        Assert.StartsWith(destroyed, (await Assert.ThrowsAsync<ObjectDisposedException>(() => probe.CountAsync(0, Token))).Message, StringComparison.Ordinal);
        Assert.StartsWith(destroyed, Assert.Throws<ObjectDisposedException>(() => probe.Add(1, 2)).Message, StringComparison.Ordinal);
        Assert.StartsWith(destroyed, (await Assert.ThrowsAsync<ObjectDisposedException>(() => probe.ConnectAsync(Token))).Message, StringComparison.Ordinal);
        Assert.StartsWith("'p' of 'r1' via 'mgmt' was destroyed.", (await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.ResizeAsync(3, Token))).Message, StringComparison.Ordinal);
        const string disposed = "'b' of 'r1' cannot be made: the device was disposed of.";
        Assert.StartsWith(disposed, Assert.Throws<ObjectDisposedException>(() => R1.Instantiate("b")).Message, StringComparison.Ordinal);
        Assert.StartsWith(disposed, (await Assert.ThrowsAsync<ObjectDisposedException>(() => R1.ConnectAsync("b", cancellationToken: Token))).Message, StringComparison.Ordinal);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Connection ConnectionOfNobody() => ProbeLab.Load().Devices["r1"].Instantiate("a");

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static bool HasDevice(Connection connection)
    {
        try
        {
            return connection.Device is not null;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private static string Refused(Func<object> act) => Assert.Throws<ArgumentOutOfRangeException>(() => { _ = act(); }).Message;

    private sealed class NoLicenceException(string alias) : Exception($"'{alias}' has no licence"), IConnectionFailure;
}
