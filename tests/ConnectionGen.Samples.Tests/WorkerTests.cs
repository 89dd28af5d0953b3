using System.Diagnostics;
using ConnectionGen.Simulation;

namespace ConnectionGen.Samples.Tests;

public sealed class WorkerTests
{
    private const string Router = """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "swordfish": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "10:42:07.123 UTC Mon Mar 2 2026"
        """;

    [Fact(Timeout = 120_000)]
    public async Task The_worker_asks_its_router_and_closes_the_session_when_it_is_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal cannot be sent to one process there");
        await using var simulated = await SimulatedLab.StartAsync(
            Path.Combine(Root(), "samples", "Worker", "network.yaml"), static device => new(MockData.Parse(Router), new() { HostName = device.Name }), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Worker.dll"), $"--Testbed={simulated.TestbedFile}", "--LAB_PASSWORD=swordfish", "--Period=0.1"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = "";
            while (!output.Contains("edge: 10:42:07.123 UTC", StringComparison.Ordinal))
                output += await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"It ended: {output}");

            using (var kill = Process.Start("/bin/kill", ["-TERM", $"{process.Id}"]))
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            Assert.Equal(1, simulated.Devices["edge"].CommandCounts["exit"]);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConnectionGen.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the repository is not around the tests");
    }
}
