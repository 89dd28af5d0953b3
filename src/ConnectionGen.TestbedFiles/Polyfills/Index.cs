using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A place counted from the start or the end, as <c>^1</c> is written.</summary>
/// <param name="value">How far from there, from 0.</param>
/// <param name="fromEnd">Whether it is counted from the end.</param>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
