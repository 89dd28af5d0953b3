using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tunnels;

/// <summary>A transport through a tunnel, which ends with it.</summary>
internal sealed class TunnelledTransport(ITransport inner, Tunnel tunnel) : ITransport
{
    public string Description => $"{inner.Description} through '{tunnel.Bastion}'";

    public bool IsOpen => inner.IsOpen;

    public string Enter => inner.Enter;

    public bool EchoesEnter => inner.EchoesEnter;

    public string? Ending => tunnel.Failure ?? inner.Ending ?? $"The way goes through the jump host '{tunnel.Bastion}'.";

    public bool CanTryRead => inner.CanTryRead;

    public int TryRead(Span<byte> buffer) => inner.TryRead(buffer);

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) => inner.WriteAsync(bytes, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await tunnel.DisposeAsync().ConfigureAwait(false);
    }
}
