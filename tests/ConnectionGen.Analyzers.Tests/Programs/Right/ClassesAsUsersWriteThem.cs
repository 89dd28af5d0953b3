using ConnectionGen;

namespace Project;

public enum Speed
{
    Slow,
    Fast,
}

[ConnectionClass("a", "b")]
public partial class ManyArguments(
    ConnectionContext context,
    string name,
    Uri? root = null,
    Speed speed = Speed.Slow,
    IReadOnlyList<string>? commands = null,
    IReadOnlyDictionary<string, string>? map = null,
    TimeSpan? limit = null,
    System.Net.IPAddress? address = null,
    SecretString? secret = null,
    Action<string>? onLine = null) : Connection(context)
{
    public string Summary => $"{name} {root} {speed} {commands?.Count} {map?.Count} {limit} {address} {secret} {onLine}";

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    [Obsolete("use AskAsync")]
    public virtual Task<string> OldAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);

    [Service]
    public virtual Task<(int Number, string Text)> AskAsync(string text, (int From, int To)? range = null, CancellationToken cancellationToken = default) => Task.FromResult((range?.From ?? 0, text));

    protected virtual Task NoServiceAsync() => Task.CompletedTask;

    public Task AlsoNoService(ref int number) => Task.FromResult(number);

    public T Generic<T>(T value) => value;
}

[ConnectionClass]
internal partial class WrittenOut : Connection
{
    private readonly int _width;

    public WrittenOut(ConnectionContext context, int width = 80)
        : base(context)
    {
        _width = width;
    }

    private WrittenOut()
        : this(null!)
    {
    }

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual int Width() => _width;
}

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        var many = await lab.Host.ConnectManyArgumentsAsync(name: "x", speed: Speed.Fast, commands: ["a", "b"]);
        Console.WriteLine(many.Summary);
        await lab.Host.ConnectWrittenOutAsync(alias: "w", width: 132);
        Console.WriteLine(lab.Host.w.Width());
    }
}
