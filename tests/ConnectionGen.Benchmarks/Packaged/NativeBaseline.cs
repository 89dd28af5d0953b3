using System.Text.Json;

namespace ConnectionGen.Benchmarks.Packaged;

/// <summary>The native program as it was when the baseline was written; <c>tests/ConnectionGen.Packaging.Tests</c> holds its size against it, too.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="SizeTolerance">The part of it that the size may be off, to either side.</param>
/// <param name="MostSize">What it may never be more than, in bytes.</param>
/// <param name="Start">How many times what an empty native program takes it takes from its start to its end.</param>
/// <param name="StartTolerance">The part of it that the start may be off, to either side.</param>
/// <param name="MostStart">What it may never take more than, in milliseconds.</param>
internal sealed record NativeBaseline(long Size, double SizeTolerance, long MostSize, double Start, double StartTolerance, double MostStart)
{
    public static NativeBaseline Read() => JsonSerializer.Deserialize<NativeBaseline>(
        File.ReadAllText(Path.Combine(PerformancePage.Repository, "tests", "ConnectionGen.Packaging.Tests", "Native", "baseline.json")), JsonSerializerOptions.Web)!;

    public static bool IsNear(double found, double noted, double tolerance) => Math.Abs(found - noted) <= noted * tolerance;
}
