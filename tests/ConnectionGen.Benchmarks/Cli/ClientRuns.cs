using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ConnectionGen.Benchmarks.Cli;

/// <summary>Runs of the natively compiled client, each in a process of its own.</summary>
internal sealed class ClientRuns(string client)
{
    /// <summary>Runs the client once.</summary>
    /// <param name="what">What it measures.</param>
    /// <param name="size">How much of it.</param>
    /// <param name="budget">The garbage collector's budget for what is new, in bytes; null for its own choice.</param>
    public async Task<JsonElement> OnceAsync(string what, long size, int? budget = null)
    {
        var start = new ProcessStartInfo(client, ["ours", what, $"{size}"]) { RedirectStandardOutput = true };
        if (budget is { } bytes)
        {
            start.Environment["DOTNET_GCgen0size"] = bytes.ToString("x", CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<JsonElement>(line) : throw new InvalidOperationException($"{client} {what} {size} ended with {process.ExitCode}.");
    }

    /// <summary>Runs it with one size and another in turn.</summary>
    public async Task<(JsonElement Small, JsonElement Large)[]> InTurnAsync(string what, long small, long large, int rounds, int? budget = null)
    {
        var results = new (JsonElement, JsonElement)[rounds];
        for (var round = 0; round < rounds; round++)
        {
            results[round] = (await OnceAsync(what, small, budget), await OnceAsync(what, large, budget));
        }

        return results;
    }
}
