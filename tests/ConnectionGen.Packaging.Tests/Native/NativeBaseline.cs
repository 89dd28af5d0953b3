namespace ConnectionGen.Packaging.Tests.Native;

/// <summary>The native program as it was when the baseline was written.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="SizeTolerance">The part of it that the size may be off, to either side.</param>
/// <param name="MostSize">What it may never be more than, in bytes.</param>
internal sealed record NativeBaseline(long Size, double SizeTolerance, long MostSize);
