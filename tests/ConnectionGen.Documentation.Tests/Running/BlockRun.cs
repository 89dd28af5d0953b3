using System.Diagnostics;
using ConnectionGen.Simulation;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Documentation.Tests;

/// <summary>A block as a program in a process and a folder of its own, in which its testbeds lead to simulated devices. Disposing ends all of it.</summary>
internal sealed class BlockRun(Block block, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-block-");
    private readonly List<SimulatedLab> _labs = [];

    private static string Mock { get; } = Path.Combine(Pages.Preambles, "Mock");

    /// <returns>What the program printed; it ended well.</returns>
    public async Task<string> OutputAsync()
    {
        foreach (var (name, text) in Testbeds.Of(block.Page))
            await SimulateAsync(name, text);

        LayOut();
        var file = Of("block.dll");
        var emitted = CompiledBlock.Of(block).WithAssemblyName("block").Emit(file, cancellationToken: cancellationToken);
        Assert.True(emitted.Success, $"{block}: {string.Join('\n', emitted.Diagnostics)}");
        var (code, output, errors) = await RunAsync(file);
        Assert.True(code == 0, $"{block} ended with {code}: {output}{errors}");
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lab in _labs)
            await lab.DisposeAsync();

        _folder.Delete(recursive: true);
    }

    private string Of(string name) => Path.Combine(_folder.FullName, name);

    private async Task SimulateAsync(string name, string text)
    {
        var source = Of($"source-{name}");
        await File.WriteAllTextAsync(source, text, cancellationToken);
        var lab = await SimulatedLab.StartAsync(source, Setup, cancellationToken);
        _labs.Add(lab);
        File.Copy(lab.TestbedFile, Of(name));
    }

    /// <summary>A device without an operating system has no command line.</summary>
    private static SimulatedSetup? Setup(LabDevice device) => device.Os is null ? null : new(
        MockData.Load(Path.Combine(Mock, device.Os == "junos" ? "junos.yaml" : "cisco.yaml")),
        new SimulatedDeviceOptions
        {
            HostName = device.Name,
            Patterns = { new CommandPattern(@"ping 198\.51\.100\.\d", "Success rate is 100 percent\n", "enable"), new CommandPattern("(?:hostname|interface|description|ip|!).*", "", "config") },
            Faults = new FaultPlan(seed: 1).RebootOn("gone", TimeSpan.FromSeconds(1)),
        });

    /// <summary>The libraries of these tests beside the program, which are found there, and the files that pages speak of.</summary>
    private void LayOut()
    {
        foreach (var library in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(static file => !Path.GetFileName(file).StartsWith("ConnectionGen.Documentation", StringComparison.Ordinal)))
            File.CreateSymbolicLink(Of(Path.GetFileName(library)), library);

        File.Copy(Path.Combine(AppContext.BaseDirectory, "ConnectionGen.Documentation.Tests.runtimeconfig.json"), Of("block.runtimeconfig.json"));
        foreach (var text in Directory.GetFiles(Mock, "*.txt"))
            File.Copy(text, Of(Path.GetFileName(text)));

        _folder.CreateSubdirectory("mock");
        foreach (var os in (string[])["ios", "iosxe", "nxos"])
            File.Copy(Path.Combine(Mock, "cisco.yaml"), Of($"mock/{os}.yaml"));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string file)
    {
        var start = new ProcessStartInfo("dotnet", [file])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LAB_PASSWORD"] = "swordfish", ["SSL_CERT_FILE"] = Of("trusted.pem"), ["LAB"] = null, ["DOTNET_TieredPGO"] = "0" },
        };
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
