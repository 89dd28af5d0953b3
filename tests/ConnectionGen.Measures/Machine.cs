using System.Globalization;
using System.Runtime.InteropServices;

namespace ConnectionGen.Measures;

/// <summary>Where figures were measured.</summary>
internal static class Machine
{
    /// <summary>The runtime, the processor, the system, and how busy all of it was.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $".NET {Environment.Version}, {Environment.ProcessorCount} cores{Processor()}, {RuntimeInformation.OSDescription}{Load()}");

    private static string Processor() =>
        Line("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim() is { } name ? $" of an {name}" : "";

    // 1 means that one core's worth of work ran in the last minute, these measures among it
    private static string Load() => Line("/proc/loadavg", "") is { } line ? $", load {line.Split(' ')[0]}" : "";

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
