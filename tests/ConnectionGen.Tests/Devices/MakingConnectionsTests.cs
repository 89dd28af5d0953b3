namespace ConnectionGen.Tests.Devices;

/// <summary>Which class, alias and path a connection gets, and when a new one is made.</summary>
public sealed class MakingConnectionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CM-02", "CM-03", "CM-04", "CM-06", "CM-21")]
    public async Task Each_device_has_a_manager_of_its_own()
    {
        await using var lab = ProbeLab.Load();
        Assert.Same(lab.Devices["r1"], lab.Devices["r1"].ConnectionManager.Device);
        Assert.NotSame(lab.Devices["r1"].ConnectionManager, lab.Devices["r2"].ConnectionManager);
        Assert.Empty(lab.Devices["r1"].ConnectionManager.Connections);
    }

    [Fact, Behaviour("CM-09", "CM-16", "CM-20", "CM-23", "CM-30", "CM-54", "CM-55", "CC-21", "DI-03")]
    public async Task Connect_makes_and_opens_under_the_default_alias_and_path()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var connection = await device.ConnectAsync(cancellationToken: Token);
        Assert.Equal(("default", "mgmt", true), (connection.Alias, connection.Via, connection.IsConnected));
        Assert.Same(connection, device.ConnectionManager.Connections["default"]);
    }

    [Theory, Behaviour("CM-14", "CM-15", "CM-16", "CM-17", "CM-18", "CM-19", "CM-44", "DI-30")]
    [InlineData("probe")]
    [InlineData("ConnectionGen.Tests.ProbeConnection")]
    public async Task Defaults_choose_class_alias_and_path(string @class)
    {
        await using var lab = Testbed.Parse($$"""
            devices:
              phoenix:
                connections:
                  defaults: {class: {{@class}}, alias: ironman, via: highway}
                  highway: {protocol: telnet}
                  mgmt: {protocol: ssh}
            """);
        var device = lab.Devices["phoenix"];
        await device.ConnectAsync(cancellationToken: Token);
        var connection = device.ConnectionManager.Connections["ironman"];
        Assert.Equal((typeof(ProbeConnection), "highway"), (connection.ConnectionClass, connection.Via));
        Assert.IsType<ProbeConnection>(connection, exactMatch: false);
        Assert.False(device.ConnectionManager.Connections.ContainsKey("highway"));
        Assert.Equal(3, device.Add(1, 2));
        Assert.True(device.IsConnected());
    }

    [Fact, Behaviour("CM-12", "DI-29")]
    public async Task A_single_path_is_chosen_by_itself()
    {
        await using var lab = ProbeLab.Load();
        Assert.Equal("only", (await lab.Devices["r2"].ConnectAsync(cancellationToken: Token)).Via);
    }

    [Fact, Behaviour("CM-12")]
    public async Task Of_several_paths_the_class_may_choose_one()
    {
        await using var lab = Testbed.Parse("""
            devices:
              r: {connections: {defaults: {class: choosing}, a: {protocol: ssh}, b: {protocol: ssh}}}
            """);
        Assert.Equal("b", (await lab.Devices["r"].ConnectAsync(cancellationToken: Token)).Via);
    }

    [Fact, Behaviour("CM-12")]
    public async Task Of_several_paths_without_a_choice_none_is_taken()
    {
        await using var lab = Testbed.Parse("""
            devices:
              r: {connections: {defaults: {class: probe}, a: {protocol: ssh}, b: {protocol: ssh}}}
            """);
        var error = await Assert.ThrowsAsync<UnknownPathException>(() => lab.Devices["r"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("Device 'r' has several paths and neither the call nor defaults.via chooses one: a, b.", error.Message);
    }

    [Fact, Behaviour("CM-10", "CM-11")]
    public async Task An_unknown_path_names_the_nearest_and_all()
    {
        await using var lab = ProbeLab.Load();
        var error = await Assert.ThrowsAsync<UnknownPathException>(() => lab.Devices["r1"].ConnectAsync(via: Misspelt("mgnt"), cancellationToken: Token));
        Assert.Equal("Device 'r1' has no path 'mgnt'; did you mean 'mgmt'? There are: mgmt, console.", error.Message);
        Assert.Empty(lab.Devices["r1"].ConnectionManager.Connections);
    }

    [Fact, Behaviour("CM-11")]
    public async Task A_default_path_that_is_none_matters_only_to_a_call_that_takes_it()
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: probe, via: mgnt}, mgmt: {protocol: ssh}}}}");
        Assert.Equal("(1,59): warning CG2005: 'mgnt' is no path of 'r'; did you mean 'mgmt'? There is only mgmt.", Assert.Single(lab.Description.Problems, static problem => problem.Id == "CG2005").ToString()[lab.Description.File.Length..]);
        var error = await Assert.ThrowsAsync<UnknownPathException>(() => lab.Devices["r"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("Device 'r' has no path 'mgnt', which its defaults.via names; did you mean 'mgmt'? There are: mgmt.", error.Message);
        Assert.Equal("mgmt", (await lab.Devices["r"].ConnectAsync(via: "mgmt", cancellationToken: Token)).Via);
    }

    [Fact, Behaviour("CM-11")]
    public async Task A_device_without_paths_says_so()
    {
        await using var lab = Testbed.Parse("devices: {r: {os: linux, connections: {defaults: {class: probe}}}}");
        Assert.Equal("Device 'r' has no path 'x'; it has none.", (await Assert.ThrowsAsync<UnknownPathException>(() => lab.Devices["r"].ConnectAsync(via: Misspelt("x"), cancellationToken: Token))).Message);
        Assert.Equal("Device 'r' has no paths: its connections: block names none.", (await Assert.ThrowsAsync<UnknownPathException>(() => lab.Devices["r"].ConnectAsync(cancellationToken: Token))).Message);
    }

    [Fact, Behaviour("CM-46", "CM-60", "CC-17")]
    public async Task A_class_in_the_call_holds_for_that_connection_only()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r2"];
        Assert.Equal(typeof(OtherConnection), (await device.ConnectAsync<OtherConnection>("other", cancellationToken: Token)).ConnectionClass);
        Assert.Equal(typeof(ProbeConnection), (await device.ConnectAsync("plain", cancellationToken: Token)).ConnectionClass);
    }

    [Fact]
    public async Task A_paths_own_class_wins_over_the_defaults()
    {
        await using var lab = Testbed.Parse("""
            devices:
              r: {connections: {defaults: {class: probe}, a: {protocol: ssh, class: OtherConnection}, b: {protocol: ssh}}}
            """);
        Assert.IsType<OtherConnection>(await lab.Devices["r"].ConnectAsync(via: "a", cancellationToken: Token), exactMatch: false);
    }

    [Fact]
    public async Task An_unknown_class_names_the_classes_there_are()
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {defaults: {class: prob}, a: {protocol: ssh}}}}");
        var error = await Assert.ThrowsAsync<UnknownConnectionClassException>(() => lab.Devices["r"].ConnectAsync(cancellationToken: Token));
        Assert.StartsWith("'default' of 'r' cannot be made: testbed.yaml(1,47): error CG2006: 'prob', which the testbed names for 'r', is the name of no connection class; did you mean 'probe'? There are ", error.Message, StringComparison.Ordinal);
        Assert.Contains("OtherConnection", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_class_the_message_says_what_to_do()
    {
        await using var lab = Testbed.Parse("devices: {r: {connections: {a: {protocol: ssh}}}}");
        var error = await Assert.ThrowsAsync<UnknownConnectionClassException>(() => lab.Devices["r"].ConnectAsync(cancellationToken: Token));
        Assert.StartsWith("Neither the call nor the testbed names a connection class for 'default' of 'r', and no class is marked IsDefault.", error.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("CM-22", "CM-56", "CM-57", "CM-58", "CM-45", "CM-53")]
    public async Task Instantiate_makes_the_object_and_connect_uses_it()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var made = (ProbeConnection)device.Instantiate(alias: "later");
        Assert.Equal((false, 0), (device.IsConnected("later"), made.Opened));
        Assert.Same(made, device.ConnectionManager.Connections["later"]);
        Assert.Same(made, device.Instantiate("later"));
        Assert.Same(made, await device.ConnectAsync("later", cancellationToken: Token));
        Assert.Same(made, await device.ConnectAsync("later", cancellationToken: Token));
        Assert.Equal((true, 1), (device.IsConnected("later"), made.Opened));
    }

    [Fact, Behaviour("CM-08", "CM-47", "CM-51", "CM-59", "CM-61", "DI-04", "DI-05")]
    public async Task Aliases_name_independent_connections_also_on_one_path()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        var first = await device.ConnectAsync("vty_1", "mgmt", Token);
        var second = await device.ConnectAsync("vty_2", "mgmt", Token);
        var elsewhere = await lab.Devices["r2"].ConnectAsync("vty_1", cancellationToken: Token);
        Assert.Equal(3, new HashSet<Connection> { first, second, elsewhere }.Count);
        Assert.Equal(["vty_1", "vty_2"], device.ConnectionManager.Connections.Keys.Order());
    }

    [Fact]
    public async Task Another_class_on_an_existing_alias_is_refused()
    {
        await using var lab = ProbeLab.Load();
        var device = lab.Devices["r1"];
        await device.ConnectAsync("a", cancellationToken: Token);
        var error = await Assert.ThrowsAsync<ConnectionClassMismatchException>(() => device.ConnectAsync<OtherConnection>("a", cancellationToken: Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' is a ProbeConnection, not a OtherConnection; destroy it first or use another alias.", error.Message);
        var pool = await Assert.ThrowsAsync<ConnectionClassMismatchException>(() => device.ConnectPoolAsync(2, "a", cancellationToken: Token));
        Assert.Equal("'a' of 'r1' via 'mgmt' is a single ProbeConnection, not a pool; destroy it first or use another alias.", pool.Message);
    }

    [Fact]
    public async Task Other_arguments_for_an_existing_alias_are_ignored_with_a_warning()
    {
        var log = new ListLogger();
        await using var lab = ProbeLab.Load(new() { LoggerFactory = log });
        var device = lab.Devices["r1"];
        await device.ConnectAsync("a", "mgmt", Token);
        Assert.Equal("mgmt", (await device.ConnectAsync("a", "console", Token)).Via);
        Assert.Contains("Warning: 'a' of 'r1' exists already via 'mgmt': it is used, and the call's other arguments are ignored", log.Lines);
    }

    [Fact]
    public async Task A_constructor_that_throws_names_class_device_and_alias()
    {
        await using var lab = ProbeLab.Load();
        var error = Assert.Throws<ConnectionCreationException>(() => lab.Devices["r1"].Instantiate<ThrowingConnection>("x"));
        Assert.Equal("'x' of 'r1' via 'mgmt': the constructor of ThrowingConnection failed: no luck", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Empty(lab.Devices["r1"].ConnectionManager.Connections);
    }

    [Fact, Behaviour("CM-05", "CC-07", "DI-34")]
    public void A_manager_does_not_keep_its_device()
    {
        var manager = ManagerOfNobody();
        for (var n = 0; n < 10 && IsAlive(manager); n++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var error = Assert.Throws<ObjectDisposedException>(() => manager.Device);
        Assert.Contains("Device 'r1' was collected; hold its testbed while you use its connections.", error.Message, StringComparison.Ordinal);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static ConnectionManager ManagerOfNobody() => ProbeLab.Load().Devices["r1"].ConnectionManager;

    private static bool IsAlive(ConnectionManager manager)
    {
        try
        {
            return manager.Device is not null;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private static string Misspelt(string text) => string.Concat(text); // not a constant, which the analyzer would find
}

[ConnectionClass]
public partial class OtherConnection(ConnectionContext context) : Connection(context)
{
    [Service]
    public virtual Task<string> CountAsync(int delay, CancellationToken cancellationToken = default) => Task.FromResult("other");

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass("choosing")]
public partial class ChoosingConnection(ConnectionContext context) : Connection(context), IConnectionClass<ChoosingConnection>
{
    static string? IConnectionClass<ChoosingConnection>.SelectPath(DeviceDescription device) => "b";

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class ThrowingConnection : Connection
{
    public ThrowingConnection(ConnectionContext context)
        : base(context) => throw new InvalidOperationException("no luck");

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
