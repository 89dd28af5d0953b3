using System.Diagnostics;
using ConnectionGen.Measures;
using ConnectionGen.Measures.Testbeds;

// Measures of the runtime beside their limits, under the JIT compiler and natively compiled:
//   dotnet publish -c Release tests/ConnectionGen.Measures -o artifacts/measures
//   dotnet run -c Release --project tests/ConnectionGen.Measures -- artifacts/measures/ConnectionGen.Measures docs/performance.md
// Without the page the table is printed; without anything this process measures itself once, and prints a line a figure.
//   dotnet run -c Release --project tests/ConnectionGen.Measures -- testbeds
// reads 10,000 devices beside the YAML parser's bare event loop, under the JIT compiler.
const int runs = 3;

if (args is ["testbeds"])
{
    Console.WriteLine("| measure | found | wanted | holds |\n|---|---|---|---|");
    foreach (var figure in await TestbedMeasures.RunAsync())
    {
        Console.WriteLine($"| {figure.What} | {figure.FoundText} | {figure.Limit} | {(figure.Wanted is null ? "" : figure.Holds ? "yes" : "**no**")} |");
    }

    return;
}

if (args.Length == 0)
{
    foreach (var figure in await RuntimeMeasures.RunAsync())
    {
        Console.WriteLine(figure.ToLine());
    }

    return;
}

var (jit, native) = (new List<Figure[]>(), new List<Figure[]>());
for (var run = 0; run < runs; run++)
{
    jit.Add(Measure(Environment.ProcessPath!));
    native.Add(Measure(args[0]));
}

var table = new Table(jit, native);
foreach (var line in table.Lines())
{
    Console.WriteLine(line);
}

if (args.Length > 1)
{
    table.WriteInto(args[1]);
}

static Figure[] Measure(string program)
{
    using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
    var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    process.WaitForExit();
    return process.ExitCode == 0 ? [.. lines.Select(Figure.Parse)] : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
}
