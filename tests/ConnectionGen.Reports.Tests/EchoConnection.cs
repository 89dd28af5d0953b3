namespace ConnectionGen.Reports.Tests;

/// <summary>A device that answers what it is told.</summary>
[ConnectionClass]
public partial class EchoConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> ExecuteAsync(string command, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        command.StartsWith("fail", StringComparison.Ordinal) ? throw new InvalidDataException($"told to {command}") : Task.FromResult(command);

    [Service]
    public virtual Task ConfigureAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken = default) => Task.CompletedTask;

    [Service]
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult(7);
}
