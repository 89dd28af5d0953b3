using System.Globalization;

namespace ConnectionGen.CliMeasures;

/// <summary>What the kernel says of this process.</summary>
internal static class ProcessMemory
{
    public static long NowKilobytes() => Read("VmRSS:");

    public static long PeakKilobytes() => Read("VmHWM:");

    public static int Threads() => (int)Read("Threads:");

    private static long Read(string name)
    {
        foreach (var line in File.ReadLines("/proc/self/status"))
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                return long.Parse(line.AsSpan(name.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }
}
