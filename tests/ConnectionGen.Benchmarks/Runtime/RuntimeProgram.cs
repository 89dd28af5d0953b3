using ConnectionGen.Benchmarks.Cli;
using ConnectionGen.Benchmarks.Packaged;

namespace ConnectionGen.Benchmarks.Runtime;

/// <summary>The program <c>tests/ConnectionGen.Measures</c>, which measures the runtime under the JIT compiler and natively compiled.</summary>
internal static class RuntimeProgram
{
    private const string Project = "tests/ConnectionGen.Measures";

    /// <summary>The runtime's table; the program writes it itself.</summary>
    public static async Task WriteAsync()
    {
        var native = Path.Combine(PerformancePage.Repository, "artifacts", "measures");
        await Command.DotnetAsync(PerformancePage.Repository, "publish", Project, "--configuration", "Release", "--output", native);
        Console.WriteLine($"Runtime\n\n{await RunAsync(Path.Combine(native, "ConnectionGen.Measures"), PerformancePage.File)}");
    }

    /// <summary>The tables of command lines, our native client alone; with the lab up, on a router, too.</summary>
    public static async Task WriteCommandLinesAsync()
    {
        var native = Path.Combine(PerformancePage.Repository, "artifacts", "cli-measures");
        await Command.DotnetAsync(PerformancePage.Repository, "publish", "tests/ConnectionGen.CliMeasures", "--configuration", "Release", "--output", native);
        await CliMeasures.RunAsync(Path.Combine(native, "ConnectionGen.CliMeasures"), []);
    }

    /// <summary>The table of reading testbed files.</summary>
    public static async Task WriteTestbedsAsync() => await PerformancePage.WriteTableAsync(
        "Testbed files",
        "testbeds",
        "A testbed of 10,000 devices (7.4 MB: two paths, defaults, credentials and custom values a device, two interfaces each) is read in turn with the YAML parser's "
        + "own event loop over the same text, which the reader stands on; 7 rounds, medians.",
        (await RunAsync("testbeds")).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        "About a third of the reading's time is the garbage collector moving what is kept; the parser's own loop keeps nothing.");

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output) = await Command.RunAsync("dotnet", PerformancePage.Repository, ["run", "--configuration", "Release", "--project", Project, "--", .. arguments]);
        return code == 0 ? output : throw new InvalidOperationException($"{Project} ended with {code}:\n{output}");
    }
}
