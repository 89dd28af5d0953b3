namespace ConnectionGen;

/// <summary>What a pool does now and has done since it was made.</summary>
/// <param name="Size">Workers.</param>
/// <param name="Free">Workers that wait for a call.</param>
/// <param name="Broken">Workers that were taken out and are being reconnected.</param>
/// <param name="Waiting">Calls that wait for a worker.</param>
/// <param name="Leases">How often a worker was lent.</param>
/// <param name="Timeouts">How often none was free in time.</param>
/// <param name="Reconnects">How often a worker was connected anew.</param>
public sealed record PoolStatistics(int Size, int Free, int Broken, int Waiting, long Leases, long Timeouts, long Reconnects);
