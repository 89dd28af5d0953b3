using System.Threading.Channels;
using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed class Poller(Lab lab) : IAsyncDisposable
{
    private readonly Channel<string> _answers = Channel.CreateBounded<string>(10);
    private Connection? _connection;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _connection ??= await lab.Phoenix.ConnectAsync("poller", Lab.PhoenixDevice.Via.Mgmt, cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await _answers.Writer.WriteAsync(await lab.Phoenix.poller.ExecuteAsync("show clock", cancellationToken: cancellationToken), cancellationToken);
        }
    }

    public async IAsyncEnumerable<string> ReadAsync()
    {
        await foreach (var answer in _answers.Reader.ReadAllAsync())
        {
            yield return answer;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (lab.Phoenix.IsConnected("poller"))
        {
            await lab.Phoenix.DestroyAsync("poller");
        }
    }
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await using var poller = new Poller(lab);
        await poller.StartAsync(CancellationToken.None);
    }
}
