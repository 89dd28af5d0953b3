namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>What is typed when a session begins and when it ends.</summary>
public sealed class SessionTests
{
    private const string Usual = "terminal length 0\rterminal width 0\r";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Behaviour("CL-03", "CL-13", "CL-14", "CL-20", "CL-21", "CL-35")]
    [InlineData("ios", "", "enable\r" + Usual)]
    [InlineData("ios", ", mit: true", "")]
    [InlineData("ios", ", goto_enable: false", Usual)]
    [InlineData("ios", ", init_exec_commands: []", "enable\r")]
    [InlineData("ios", ", init_exec_commands: [a, b]", "enable\ra\rb\r")]
    [InlineData("ios", ", init_exec_commands: [], init_config_commands: [no logging console]", "enable\rconfigure terminal\rno logging console\rend\r")]
    [InlineData("unheard-of", "", "enable\r" + Usual)]
    public async Task What_the_path_says_of_the_session_is_what_is_typed(string os, string keys, string typed)
    {
        await using var router = await StartAsync(os, keys);
        Assert.Equal(typed, router.Link.Sent);
        Assert.Equal(os == "ios" ? "ios" : "generic", router.Connection.Platform?.Name);
    }

    [Fact]
    public async Task Lines_that_change_a_device_for_everybody_are_typed_only_where_the_path_wants_them()
    {
        await using var router = await StartAsync("ios", ", init_exec_commands: [], prepare_configuration: true");
        Assert.StartsWith("enable\rconfigure terminal\rno logging console\r", router.Link.Sent, StringComparison.Ordinal);
        Assert.EndsWith("\rend\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("CL-37")]
    public async Task Connecting_twice_opens_one_link()
    {
        await using var router = await StartAsync("ios", "");
        var link = router.Link;
        await router.Connection.ConnectAsync(Token);
        Assert.Same(link, router.Link);
    }

    [Fact, Behaviour("CL-91", "CL-92")]
    public async Task Disconnecting_leaves_the_configuration_and_logs_out()
    {
        await using var router = await StartAsync("ios", ", init_exec_commands: []");
        await router.Connection.GoToAsync("config", Token);
        var reply = router.Reply;
        router.Reply = line =>
        {
            if (line == "exit")
                router.Link.Ends();
            return reply(line);
        };
        await router.Connection.DisconnectAsync(Token);
        Assert.Equal("enable\rconfigure terminal\rend\rexit\r", router.Link.Sent);
        Assert.False(router.Connection.IsConnected);
        Assert.False(router.Link.IsOpen);
    }

    private static async Task<MemoryRouter> StartAsync(string os, string keys)
    {
        var router = MemoryRouter.Make(os, keys, "r1> ");
        var sign = "> ";
        router.Reply = line => "r1" + (sign = line switch
        {
            "enable" or "end" => "# ",
            "configure terminal" => "(config)# ",
            _ => sign,
        });
        await router.Connection.ConnectAsync(Token);
        return router;
    }
}
