using ConnectionGen;

[ConnectionClass(IsDefault = true)]
public partial class @event(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> AskAsync(string @class, CancellationToken cancellationToken = default) => Task.FromResult(@class);
}

[Testbed("lab.yaml")]
public partial class @class;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = @class.Load();
        await lab.Host.ConnectAsync("for", "ssh");
        await lab.Host.@for.AskAsync(@class: "x");
        await lab.Host.Alias("for").AskAsync("y");
    }
}
