using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>Size and wait limit of a pool.</summary>
internal sealed record PoolSettings(int Size, TimeSpan Timeout)
{
    public static int CheckedSize(int size, string pool, [CallerArgumentExpression(nameof(size))] string? name = null)
        => size >= 1 ? size : throw new ArgumentOutOfRangeException(name, size, $"A pool has at least 1 worker, and {pool} was to have {size}.");

    public static TimeSpan? CheckedTimeout(TimeSpan? timeout, string pool, [CallerArgumentExpression(nameof(timeout))] string? name = null)
        => timeout is { } value ? ConnectionLimits.Checked(value, name, pool) : null;
}
