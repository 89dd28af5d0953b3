using System.Runtime.InteropServices;

namespace ConnectionGen.Tool.Tests;

/// <summary>The tool as it was built, started by the runtime that runs the tests.</summary>
internal static class ToolCommand
{
    public static string Host { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "ConnectionGen.Tool.dll");

    public static RunningProcess Start(params IEnumerable<string> arguments) => RunningProcess.Start(Host, [Assembly, .. arguments]);

    /// <summary>Starts it so that Ctrl-C reaches it also where the tests run in the background, whose children ignore that.</summary>
    public static RunningProcess StartInterruptible(params IEnumerable<string> arguments) => OperatingSystem.IsLinux()
        ? RunningProcess.Start("/usr/bin/env", ["--default-signal=INT", Host, Assembly, .. arguments])
        : Start(arguments);
}
