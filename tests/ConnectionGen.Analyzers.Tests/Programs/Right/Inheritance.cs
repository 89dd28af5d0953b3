using ConnectionGen;

namespace Project;

public abstract class ShellConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public abstract Task<string> RunAsync(string command, CancellationToken cancellationToken = default);
}

[ConnectionClass]
public partial class BashConnection(ConnectionContext context) : ShellConnection(context)
{
    public override Task<string> RunAsync(string command, CancellationToken cancellationToken = default) => Task.FromResult("bash " + command);
}

[ConnectionClass]
public partial class RootConnection(ConnectionContext context, string user = "root") : BashConnection(context)
{
    public override Task<string> RunAsync(string command, CancellationToken cancellationToken = default) => base.RunAsync($"su {user} {command}", cancellationToken);

    [Service]
    public virtual Task RebootAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        ShellConnection shell = await lab.Host.ConnectAsync<RootConnection>(via: "ssh");
        await shell.RunAsync("id");
        await lab.Host.RunAsync("id");
        await lab.Host.RebootAsync();
        await lab.Host.ConnectBashAsync(alias: "plain");
        await lab.Host.plain.RunAsync("id");
    }
}
