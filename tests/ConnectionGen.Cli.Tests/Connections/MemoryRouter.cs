using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>A router at the other end of a transport without a network, and the connection to it.</summary>
internal sealed class MemoryRouter : IAsyncDisposable
{
    private readonly Testbed _lab;

    private MemoryRouter(Testbed lab)
    {
        _lab = lab;
        Connection = lab.Devices["r1"].Instantiate<CutConnection>();
        Connection.Transport = () =>
        {
            Link = new MemoryTransport { OnLine = line => (Echoes ? line + "\r\n" : "") + Reply(line) };
            return Link.Says(Greeting);
        };
    }

    public MemoryTransport Link { get; private set; } = null!;

    public CutConnection Connection { get; }

    public Device Device => _lab.Devices["r1"];

    /// <summary>What it says when the link is open.</summary>
    public string Greeting { get; init; } = "r1# ";

    /// <summary>What follows the echo of a line: output and the next prompt.</summary>
    public Func<string, string> Reply { get; set; } = static _ => "r1# ";

    public bool Echoes { get; set; } = true;

    public static MemoryRouter Make(string os = "ios", string keys = "", string greeting = "r1# ") => new(Testbed.Parse(
        $"devices: {{r1: {{os: {os}, credentials: {{default: {{username: one, password: secret-1}}, two: {{username: two, password: secret-2}}}}, connections: {{defaults: {{class: cut}}, cli: {{protocol: telnet, ip: 127.0.0.1{keys}}}}}}}}}"))
    {
        Greeting = greeting,
    };

    public static async Task<MemoryRouter> StartAsync(string os = "ios", string keys = "", string greeting = "r1# ")
    {
        var router = Make(os, keys, greeting);
        await router.Connection.ConnectAsync(TestContext.Current.CancellationToken);
        return router;
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();
}
