using System.Diagnostics;

namespace ConnectionGen.Packaging.Tests;

/// <summary>What a <c>dotnet</c> command printed, and how it ended.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    public static async Task<DotnetRun> InAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        // a test runner's own settings of MSBuild are not the user's
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new DotnetRun(process.ExitCode, (await output + await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public DotnetRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
