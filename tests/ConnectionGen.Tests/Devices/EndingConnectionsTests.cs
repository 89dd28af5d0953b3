namespace ConnectionGen.Tests.Devices;

/// <summary>Disconnect keeps the object, destroy does not; all are tried though one fails.</summary>
public sealed class EndingConnectionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CM-24", "CM-68", "CM-69", "CM-70", "CM-74")]
    public async Task Disconnect_keeps_the_object_and_connect_opens_it_again()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var first = await device.ConnectAsync(cancellationToken: Token);
        await device.DisconnectAsync(cancellationToken: Token);
        Assert.Equal((false, false), (device.IsConnected(), first.IsConnected));
        Assert.Same(first, device.ConnectionManager.Connections["default"]);
        await first.ConnectAsync(Token);
        Assert.True(device.IsConnected());
        await device.DisconnectAsync(cancellationToken: Token);
        Assert.Same(first, await device.ConnectAsync(cancellationToken: Token));
        Assert.Equal(3, ((ProbeConnection)first).Opened);
    }

    [Fact, Behaviour("CM-25", "CM-71", "CM-72", "CM-73")]
    public async Task Destroy_closes_and_forgets()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var first = (ProbeConnection)await device.ConnectAsync(cancellationToken: Token);
        await device.DestroyAsync(cancellationToken: Token);
        Assert.Equal(1, first.Closed);
        Assert.Empty(device.ConnectionManager.Connections);
        Assert.NotSame(first, await device.ConnectAsync(cancellationToken: Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.ConnectAsync(Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.CountAsync(0, Token));
    }

    [Fact, Behaviour("CM-26", "CM-75")]
    public async Task An_unknown_alias_is_not_connected()
    {
        await using var lab = ProbeLab.Load();
        Assert.False(lab.Devices["r1"].IsConnected("nobody"));
    }

    [Fact]
    public async Task An_unknown_alias_cannot_be_ended_and_the_message_names_those_there_are()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        Assert.Equal(
            "Device 'r1' has no connection 'vty'; it has none. Connect it first.",
            (await Assert.ThrowsAsync<ConnectionNotFoundException>(() => device.DisconnectAsync("vty", Token))).Message);
        await device.ConnectAsync("vty_1", cancellationToken: Token);
        await device.ConnectAsync("other", cancellationToken: Token);
        Assert.Equal(
            "Device 'r1' has no connection 'vty_2'; did you mean 'vty_1'? There are: other, vty_1.",
            (await Assert.ThrowsAsync<ConnectionNotFoundException>(() => device.DestroyAsync("vty_2", Token))).Message);
    }

    [Fact, Behaviour("CM-27", "CM-31", "CM-76", "DI-07")]
    public async Task Disconnect_all_keeps_every_object()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        await device.ConnectAsync("a", cancellationToken: Token);
        await device.ConnectPoolAsync<ProbeConnection>(2, "b", cancellationToken: Token);
        await device.DisconnectAllAsync(Token);
        Assert.Equal(["a", "b"], device.ConnectionManager.Connections.Keys.Order());
        Assert.All(device.ConnectionManager.Connections.Values, static connection => Assert.False(connection.IsConnected));
    }

    [Fact, Behaviour("CM-28", "CM-32", "CM-66", "CM-77")]
    public async Task Destroy_all_closes_and_forgets_every_one()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var a = await device.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        var pool = await device.ConnectPoolAsync<ProbeConnection>(2, "b", cancellationToken: Token);
        await device.DestroyAllAsync(Token);
        Assert.Empty(device.ConnectionManager.Connections);
        Assert.Equal([1, 1, 1], new[] { a }.Concat(pool.Workers).Select(static connection => connection.Closed));
    }

    [Fact, Behaviour("CM-78")]
    public async Task Nothing_to_end_is_no_failure()
    {
        await using var lab = ProbeLab.Load();
        await lab.Devices["r1"].DisconnectAllAsync(Token);
        await lab.Devices["r1"].DestroyAllAsync(Token);
    }

    [Fact]
    public async Task All_are_tried_though_one_fails_and_the_failure_names_it()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var a = await device.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        var b = await device.ConnectAsync<ProbeConnection>("b", cancellationToken: Token);
        a.OnClose = static (_, _) => throw new IOException("stuck");
        var error = await Assert.ThrowsAsync<AggregateException>(() => device.DestroyAllAsync(Token));
        Assert.StartsWith("Of device 'r1' these could not be destroyed: 'a'.", error.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(Assert.Single(error.InnerExceptions));
        Assert.Equal((1, 1), (a.Closed, b.Closed));
        Assert.Empty(device.ConnectionManager.Connections);
    }

    [Fact]
    public async Task A_connection_whose_closing_fails_counts_as_closed_and_is_destroyed()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var a = await device.ConnectAsync<ProbeConnection>("a", cancellationToken: Token);
        a.OnClose = static (_, _) => throw new IOException("stuck");
        await Assert.ThrowsAsync<IOException>(() => device.DisconnectAsync("a", Token));
        Assert.False(a.IsConnected);
        await device.ConnectAsync("a", cancellationToken: Token);
        await Assert.ThrowsAsync<IOException>(() => device.DestroyAsync("a", Token));
        Assert.Empty(device.ConnectionManager.Connections);
    }

    [Fact]
    public async Task Disposing_ends_all_and_nothing_is_made_afterwards()
    {
        var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var probe = await device.ConnectAsync<ProbeConnection>(cancellationToken: Token);
        await lab.DisposeAsync();
        Assert.Equal((false, 1), (probe.IsConnected, probe.Closed));
        Assert.Throws<ObjectDisposedException>(() => device.Instantiate());
        lab.Dispose();
    }

    [Fact]
    public async Task Disposing_a_connection_forgets_it()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        await using (await device.ConnectAsync("a", cancellationToken: Token))
        {
            Assert.True(device.IsConnected("a"));
        }

        Assert.Empty(device.ConnectionManager.Connections);
    }

    [Fact]
    public async Task A_connection_that_is_destroyed_while_it_connects_is_made_anew()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var probe = device.Instantiate<ProbeConnection>("a");
        var closing = new TaskCompletionSource();
        await probe.ConnectAsync(Token);
        probe.OnClose = (_, _) => closing.Task;
        var destroying = device.DestroyAsync("a", Token);
        var connecting = device.ConnectAsync("a", cancellationToken: Token);
        closing.SetResult();
        await destroying;
        var next = await connecting;
        Assert.NotSame(probe, next);
        Assert.True(next.IsConnected);
        Assert.Same(next, device.ConnectionManager.Connections["a"]);
    }
}
