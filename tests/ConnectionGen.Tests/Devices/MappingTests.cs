using System.Reflection;

namespace ConnectionGen.Tests.Devices;

/// <summary>What is called on a device is called on its manager, and on the one connection that has the alias.</summary>
public sealed class MappingTests : IAsyncLifetime
{
    private readonly Testbed _lab = ProbeLab.Load();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Device R1 => _lab.Devices["r1"];

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact, Behaviour("CM-01", "DI-27")]
    public void Nothing_but_the_manager_makes_connections()
    {
        Assert.Empty(typeof(ConnectionContext).GetConstructors());
        Assert.Empty(typeof(ConnectionManager).GetConstructors());
        Assert.Empty(typeof(Connection).GetConstructors());
        Assert.Empty(typeof(ConnectionPool<>).GetConstructors());
        Assert.All(typeof(ProbeConnection).GetConstructors(), static constructor => Assert.Equal(typeof(ConnectionContext), constructor.GetParameters()[0].ParameterType));
    }

    [Fact, Behaviour("CM-07")]
    public async Task Every_connection_is_of_a_connection_class()
    {
        await R1.ConnectAsync("a", cancellationToken: Token);
        await R1.ConnectPoolAsync(2, "b", cancellationToken: Token);
        R1.Instantiate<OtherConnection>("c");
        Assert.Equal(3, R1.ConnectionManager.Connections.Count);
        Assert.All(R1.ConnectionManager.Connections.Values, static connection => Assert.NotNull(connection.ConnectionClass.GetCustomAttribute<ConnectionClassAttribute>()));
    }

    [Fact, Behaviour("CM-13", "DI-01")]
    public async Task A_service_is_a_method_of_the_class_the_device_the_alias_and_the_pool()
    {
        var single = await R1.ConnectAsync<ProbeConnection>(cancellationToken: Token);
        var pool = await R1.ConnectPoolAsync<ProbeConnection>(1, "pool", cancellationToken: Token);
        Assert.Equal("ok", await single.CountAsync(0, Token));
        Assert.Equal("ok", await R1.CountAsync(0, Token));
        Assert.Equal("ok", await R1.Alias("default").CountAsync(0, Token));
        Assert.Equal("ok", await pool.CountAsync(0, Token));
        Assert.Equal((3, 1), (single.Calls, pool.Workers[0].Calls));
        await R1.DisconnectAsync(cancellationToken: Token);
        Assert.False(single.IsConnected);
    }

    [Fact, Behaviour("CM-29", "CM-31", "CM-32")]
    public void Every_member_but_those_for_all_takes_an_alias()
    {
        string[] verbs = ["Instantiate", "Connect", "Disconnect", "Destroy", "IsConnected"];
        var members = typeof(ConnectionManager).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => Array.Exists(verbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal)))
            .ToLookup(static method => method.Name.Contains("All", StringComparison.Ordinal));
        Assert.Equal(4, members[true].Count());
        Assert.All(members[true], static method => Assert.Equal(["cancellationToken"], method.GetParameters().Select(static parameter => parameter.Name)));
        Assert.All(members[false], static method => Assert.Contains(method.GetParameters(), static parameter => parameter is { Name: "alias", ParameterType: var type } && type == typeof(string)));
    }

    [Fact, Behaviour("CM-33")]
    public void Instantiate_is_the_managers()
    {
        Assert.Same(R1.Instantiate("a"), R1.ConnectionManager.Instantiate("a"));
        Assert.Same(R1.ConnectionManager.Instantiate<ProbeConnection>("b"), R1.Instantiate<ProbeConnection>("b"));
        Assert.Same(R1.InstantiatePool(2, "c"), R1.ConnectionManager.InstantiatePool(2, "c"));
        Assert.Same(R1.InstantiatePool<ProbeConnection>(2, "d"), R1.ConnectionManager.Connections["d"]);
    }

    [Fact, Behaviour("CM-34", "CM-42")]
    public async Task Connect_is_the_managers()
    {
        Assert.Same(await R1.ConnectAsync("a", cancellationToken: Token), await R1.ConnectionManager.ConnectAsync("a", cancellationToken: Token));
        Assert.Same(await R1.ConnectAsync<ProbeConnection>("a", cancellationToken: Token), R1.ConnectionManager.Connect<ProbeConnection>("a", cancellationToken: Token));
        Assert.Same(await R1.ConnectPoolAsync(2, "p", cancellationToken: Token), R1.ConnectionManager.ConnectPool(2, "p", cancellationToken: Token));
        Assert.Same(R1.ConnectPool<ProbeConnection>(2, "p", cancellationToken: Token), R1.ConnectionManager.Connections["p"]);
        Assert.Same(R1.Connect("a", cancellationToken: Token), R1.ConnectionManager.Connect("a", cancellationToken: Token));
    }

    [Fact, Behaviour("CM-35", "CM-36", "CM-37", "CM-38", "CM-39", "CM-42")]
    public async Task Ending_and_asking_are_the_managers()
    {
        await R1.ConnectAsync("a", cancellationToken: Token);
        await R1.ConnectAsync("b", cancellationToken: Token);
        Assert.True(R1.ConnectionManager.IsConnected("a") && R1.IsConnected("a"));
        await R1.DisconnectAsync("a", Token);
        Assert.False(R1.ConnectionManager.IsConnected("a") || R1.IsConnected("a"));
        await R1.ConnectionManager.ConnectAsync("a", cancellationToken: Token);
        R1.ConnectionManager.Disconnect("a", Token);
        Assert.False(R1.IsConnected("a"));
        await R1.DisconnectAllAsync(Token);
        Assert.False(R1.ConnectionManager.IsConnected("b"));
        await R1.DestroyAsync("a", Token);
        Assert.Equal(["b"], R1.ConnectionManager.Connections.Keys);
        await R1.DestroyAllAsync(Token);
        Assert.Empty(R1.ConnectionManager.Connections);
        R1.Connect("a", cancellationToken: Token);
        R1.Disconnect("a", Token);
        R1.Destroy("a", Token);
        R1.DisconnectAll(Token);
        R1.DestroyAll(Token);
        Assert.Empty(R1.ConnectionManager.Connections);
    }

    [Fact, Behaviour("CM-40", "CM-41", "CM-43", "DI-09", "DI-12")]
    public async Task A_service_runs_on_the_connection_that_has_the_alias()
    {
        await R1.ConnectAsync(cancellationToken: Token);
        await R1.ConnectAsync("vty_1", cancellationToken: Token);
        var connections = R1.ConnectionManager.Connections;
        Assert.Same(connections["default"], await Behind(run => R1.RunAsync(run, Token)));
        Assert.Same(connections["default"], await Behind(run => R1.Alias("default").RunAsync(run, Token)));
        Assert.Same(connections["vty_1"], await Behind(run => R1.Alias("vty_1").RunAsync(run, Token)));
        Assert.Same(connections["vty_1"], await Behind(run => R1.vty_1.RunAsync(run, Token)));
        Assert.Same(connections["vty_1"], await Behind(run => R1.ConnectionManager.Get<ProbeConnection>("vty_1").RunAsync(run, Token)));
        Assert.Same(connections["vty_1"], R1.Alias<ProbeConnection>("vty_1"));
    }

    [Fact, Behaviour("DI-06")]
    public async Task An_alias_handle_disconnects_that_connection_only()
    {
        await R1.ConnectAsync("vty_1", cancellationToken: Token);
        await R1.ConnectAsync("vty_2", cancellationToken: Token);
        await R1.Alias("vty_1").DisconnectAsync(Token);
        Assert.Equal((false, true), (R1.IsConnected("vty_1"), R1.IsConnected("vty_2")));
        R1.vty_2.Disconnect(Token);
        Assert.False(R1.IsConnected("vty_2"));
    }

    [Theory, Behaviour("DI-08")]
    [InlineData("vty-1")]
    [InlineData("a.b")]
    [InlineData("a\\b")]
    [InlineData("1st")]
    [InlineData("a b")]
    public void An_alias_is_an_identifier(string alias)
    {
        var error = Assert.Throws<ArgumentException>(() => R1.Instantiate(alias));
        Assert.StartsWith($"'{alias}' cannot be an alias of a connection of 'r1': an alias has letters, digits and '_' only, and begins with no digit.", error.Message, StringComparison.Ordinal);
        Assert.Empty(R1.ConnectionManager.Connections);
    }

    [Fact, Behaviour("DI-10")]
    public async Task Console_and_management_paths_are_the_same_to_the_manager()
    {
        var console = await R1.ConnectAsync("a", "console", Token);
        var management = await R1.ConnectAsync("b", "mgmt", Token);
        Assert.Equal((console.ConnectionClass, true, true), (management.ConnectionClass, console.IsConnected, management.IsConnected));
    }

    [Fact, Behaviour("DI-11")]
    public async Task The_object_says_what_it_is()
    {
        var connection = await R1.ConnectAsync("vty_1", cancellationToken: Token);
        Assert.Same(connection, R1.vty_1.Connection);
        Assert.Equal("'vty_1' of 'r1' via 'mgmt' (open)", connection.ToString());
        await connection.DisconnectAsync(Token);
        Assert.Equal("'vty_1' of 'r1' via 'mgmt' (closed)", connection.ToString());
    }

    private static async Task<Connection?> Behind(Func<Func<ProbeConnection, Task<string>>, Task<string>> call)
    {
        Connection? behind = null;
        await call(probe =>
        {
            behind = probe;
            return Task.FromResult("");
        });
        return behind;
    }
}
