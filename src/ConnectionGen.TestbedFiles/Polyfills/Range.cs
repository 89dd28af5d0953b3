using Microsoft.CodeAnalysis;

namespace System;

/// <summary>What lies between two places, as <c>1..^1</c> is written.</summary>
/// <param name="start">The first place.</param>
/// <param name="end">The place behind the last.</param>
[Embedded]
internal readonly struct Range(Index start, Index end)
{
    public static Range All => new(Index.Start, Index.End);

    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, Index.End);

    public static Range EndAt(Index end) => new(Index.Start, end);
}
