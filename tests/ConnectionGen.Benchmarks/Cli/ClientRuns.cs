using System.Diagnostics;
using System.Text.Json;

namespace ConnectionGen.Benchmarks.Cli;

/// <summary>Runs of the natively compiled client, each in a process of its own.</summary>
internal sealed class ClientRuns(string client)
{
    /// <summary>Runs the client once.</summary>
    public async Task<JsonElement> OnceAsync(string what, long size)
    {
        using var process = Process.Start(new ProcessStartInfo(client, ["ours", what, $"{size}"]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<JsonElement>(line) : throw new InvalidOperationException($"{client} {what} {size} ended with {process.ExitCode}.");
    }

    /// <summary>Runs it with one size and another in turn.</summary>
    public async Task<(JsonElement Small, JsonElement Large)[]> InTurnAsync(string what, long small, long large, int rounds)
    {
        var results = new (JsonElement, JsonElement)[rounds];
        for (var round = 0; round < rounds; round++)
        {
            results[round] = (await OnceAsync(what, small), await OnceAsync(what, large));
        }

        return results;
    }
}
