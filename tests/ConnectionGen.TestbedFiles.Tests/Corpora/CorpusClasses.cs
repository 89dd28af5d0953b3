using System.Net;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>The connection classes that files of the corpus name, beside the command line's.</summary>
public abstract class CorpusConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class LoopbackConnection(ConnectionContext context, int termWidth = 80, TimeSpan? timeout = null) : CorpusConnection(context)
{
    public (int TermWidth, TimeSpan? Timeout) Arguments => (termWidth, timeout);
}

[ConnectionClass("rest.connector.Rest", NeedsCredentials = true)]
public partial class RestConnection(ConnectionContext context, Uri? url = null, bool verify = true, TimeSpan? timeout = null) : CorpusConnection(context)
{
    public (Uri? Url, bool Verify, TimeSpan? Timeout) Arguments => (url, verify, timeout);
}

[ConnectionClass("yang.connector.Netconf")]
public partial class NetconfConnection(ConnectionContext context) : CorpusConnection(context);

/// <summary>How a traffic generator sends.</summary>
public enum SendMode
{
    Once,
    ContinuousBurst,
}

public sealed record Login(string User, SecretString? Password = null, int Retries = 3);

public sealed record Stream(IPAddress Source, IPAddress Target, Login? Login = null, params string[] Tags);

/// <summary>Has an argument of every form.</summary>
[ConnectionClass("acme.Traffic")]
public partial class TrafficConnection(
    ConnectionContext context,
    string? title = null,
    bool promiscuous = false,
    byte priority = 0,
    short offset = 0,
    ushort vlan = 1,
    uint packets = 0,
    long bytes = 0,
    ulong limit = 0,
    double rate = 1,
    decimal cost = 0,
    char separator = ',',
    SendMode mode = SendMode.Once,
    TimeSpan? interval = null,
    Uri? controller = null,
    IPAddress? chassis = null,
    SecretString? licenseToken = null,
    IReadOnlyList<int>? ports = null,
    string[]? tags = null,
    IReadOnlyDictionary<string, double>? weights = null,
    Login? login = null,
    IReadOnlyList<Stream>? streams = null,
    Dictionary<string, Login>? users = null)
    : CorpusConnection(context)
{
    public IReadOnlyList<object?> Arguments =>
    [
        title, promiscuous, priority, offset, vlan, packets, bytes, limit, rate, cost, separator, mode, interval, controller, chassis, licenseToken?.Reveal(),
        ports, tags, weights, login, streams, users,
    ];
}
