using System.Diagnostics;

namespace ConnectionGen.Benchmarks.Packaged;

/// <summary>Other programs, run to their end.</summary>
internal static class Command
{
    /// <summary>Runs <c>dotnet</c>; its output is shown where it fails.</summary>
    public static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var (code, output) = await RunAsync("dotnet", folder, arguments);
        if (code != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {code}:\n{output}");
    }

    public static async Task<(int Code, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // packing and publishing are builds of their own, whatever this one was told
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
