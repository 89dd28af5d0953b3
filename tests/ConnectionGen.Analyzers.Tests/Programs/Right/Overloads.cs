using ConnectionGen;

namespace Project;

[ConnectionClass(IsDefault = true)]
public partial class QueryConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> QueryAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);

    [Service]
    public virtual Task<string> QueryAsync(int number, CancellationToken cancellationToken = default) => Task.FromResult($"{number}");

    [Service]
    public virtual Task<string> QueryAsync(string text, int times, CancellationToken cancellationToken = default) => Task.FromResult(text + times);

    [Service]
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default, params string[] words) => Task.FromResult(words.Length);
}

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.R2.ConnectAsync();
        await lab.R2.QueryAsync("a");
        await lab.R2.QueryAsync(1);
        await lab.R2.QueryAsync("a", 2);
        await lab.R2.CountAsync(default, "a", "b");
        lab.R2.Query("blocking");
    }
}
