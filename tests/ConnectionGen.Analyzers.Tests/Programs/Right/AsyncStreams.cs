using System.Runtime.CompilerServices;
using ConnectionGen;

namespace Project;

[ConnectionClass("tail", IsDefault = true)]
public partial class TailConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The lines of a log as they come.</summary>
    [Service]
    public virtual async IAsyncEnumerable<string> TailAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var line = 0; line < 3; line++)
        {
            await Task.Yield();
            yield return $"{file}:{line}";
        }
    }

    [Service]
    public virtual string Label() => Alias;

    [Service]
    public virtual ValueTask<int> CountAsync(string file, CancellationToken cancellationToken = default) => ValueTask.FromResult(file.Length);

    [Service]
    public virtual void Note(string text, int level = 1) => Noted = text + level;

    public string? Noted { get; private set; }
}

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.Host.ConnectTailAsync(alias: "logs");
        await foreach (var line in lab.Host.logs.TailAsync("/var/log/messages"))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(await lab.Host.logs.CountAsync("x"));
        lab.Host.Alias("logs").Note("done");
        Console.WriteLine(lab.Host.Alias<TailConnection>("logs").Noted);
        Console.WriteLine(lab.Host.logs.Label());
    }
}
