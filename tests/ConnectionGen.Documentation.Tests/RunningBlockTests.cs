using System.Diagnostics;
using ConnectionGen.Simulation;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Documentation.Tests;

/// <summary>The guides whose programs need no more than a testbed with devices: each block is run, in a process of its own, with simulated ones.</summary>
public sealed class RunningBlockTests
{
    private const string Router = """
        login: {prompt: "Username: ", commands: {admin: {new_state: password}}}
        password: {prompt: "Password: ", commands: {swordfish: {new_state: enable}}}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "terminal width 511": ""
            "terminal session-timeout 0": ""
            "show version": "Version 17.3"
            "show clock": "12:00:00"
            "ping 198.51.100.1": &ping "Success rate is 100 percent"
            "ping 198.51.100.2": *ping
            "ping 198.51.100.3": *ping
            "ping 198.51.100.4": *ping
            "ping 198.51.100.5": *ping
            "ping 198.51.100.6": *ping
            "ping 198.51.100.7": *ping
            "ping 198.51.100.8": *ping
            "ping 198.51.100.9": *ping
            "copy running-config tftp:": {new_state: address}
        address: {prompt: "Address or name of remote host []? ", commands: {"": {new_state: enable}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("docs/start.md", "Version 17.3\n")]
    [InlineData("docs/connections.md", "12:00:00\n")]
    public async Task Every_program_of_a_guide_runs(string page, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-blocks-");
        try
        {
            var testbed = Path.Combine(folder.FullName, "source.yaml");
            File.Copy(Path.Combine(Pages.Root, "tests", "ConnectionGen.Documentation.Tests", "Preambles", "lab.yaml"), testbed);
            await using var lab = await SimulatedLab.StartAsync(testbed, static device => new(MockData.Parse(Router), new() { HostName = device.Name }), TestContext.Current.CancellationToken);
            Prepare(folder.FullName, lab.TestbedFile);
            var programs = Pages.BlocksOf(page).Where(static block => block.Language == "csharp").Select(static block => (Block: block, Program: CompiledBlock.Of(block)))
                .Where(static one => one.Program.Options.OutputKind == OutputKind.ConsoleApplication);

            var outputs = await Task.WhenAll(programs.Select((one, at) => RunAsync(one.Block, one.Program, folder.FullName, $"block{at}")));

            Assert.True(outputs.Count(static output => output is not null) >= 2);
            Assert.Contains(expected, string.Concat(outputs), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The libraries of these tests beside the programs, which are found there.</summary>
    private static void Prepare(string folder, string testbed)
    {
        foreach (var library in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(static file => Path.GetFileName(file) is var name && !name.StartsWith("ConnectionGen.Documentation", StringComparison.Ordinal)))
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(library)), library);

        File.Copy(testbed, Path.Combine(folder, "lab.yaml"));
    }

    /// <returns>What it printed; null where other generators write a part of it, so that another test only compiles it.</returns>
    private static async Task<string?> RunAsync(Block block, Compilation program, string folder, string name)
    {
        var file = Path.Combine(folder, $"{name}.dll");
        var emitted = program.WithAssemblyName(name).Emit(file, cancellationToken: Token);
        if (emitted.Diagnostics.Any(CompiledBlock.IsWrittenByAnotherGenerator))
            return null;

        Assert.True(emitted.Success, $"{block}: {string.Join('\n', emitted.Diagnostics)}");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "ConnectionGen.Documentation.Tests.runtimeconfig.json"), Path.Combine(folder, $"{name}.runtimeconfig.json"));
        var start = new ProcessStartInfo("dotnet", [file]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LAB_PASSWORD"] = "swordfish" } };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.True(process.ExitCode == 0, $"{block} ended with {process.ExitCode}: {output}{await errors}");
        return output;
    }
}
