using System.Diagnostics;

namespace ConnectionGen.Packaging.Tests;

/// <summary>What a program printed, and how it ended.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(20);

    /// <summary>The lines that report a warning or an error of this id, each once: a build says them again at its end.</summary>
    public IReadOnlyList<string> Reports(string id) =>
        [.. Output.Split('\n').Where(line => line.Contains($" {id}: ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct(StringComparer.Ordinal)];

    public static async Task<ProgramRun> OfAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
            return new ProgramRun(process.ExitCode, (await output + await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public ProgramRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
