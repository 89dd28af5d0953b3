namespace ConnectionGen.Simulation.Tests;

/// <summary>A byte, and then neither more nor an end, whatever is cancelled: standard input of a terminal.</summary>
internal sealed class StuckStream(byte first) : MemoryStream([first])
{
    private readonly TaskCompletionSource<int> _never = new();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position == 0 ? await base.ReadAsync(buffer, cancellationToken) : await _never.Task;
}
