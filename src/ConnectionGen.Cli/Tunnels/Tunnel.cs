using System.Net;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>One connection's place in a tunnel; disposing of it gives it back.</summary>
internal sealed class Tunnel(Bastion bastion, Forward forward) : IAsyncDisposable
{
    private int _isReleased;

    public string Bastion => forward.Bastion;

    /// <summary>Where to connect to instead of the target.</summary>
    public IPEndPoint EndPoint => forward.EndPoint;

    /// <inheritdoc cref="Forward.Failure"/>
    public string? Failure => forward.Failure;

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isReleased, 1) == 0 ? bastion.ReleaseAsync(forward) : ValueTask.CompletedTask;
}
