using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

/// <summary>Prints what an edit costs in a large project. Times are for the eye; that nothing is done is asserted.</summary>
public sealed class CostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edit_in_a_large_project_does_nothing()
    {
        const int classes = 20;
        const int devices = 1000;
        const int files = 100;
        const int callsPerFile = 200;
        var sources = Enumerable.Range(0, classes).Select(n => Usings + $"namespace Classes.N{n}; " + Class($"C{n}Connection", Execute + $"[Service] public virtual Task Own{n}Async(int x) => Task.CompletedTask;", ", int width = 80"))
            .Concat(Enumerable.Range(0, files).Select(n => Calls(n, callsPerFile)))
            .Append("[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab; public static class Edited { public static int Number() => 0; }")
            .ToArray();
        var project = Project.Of(sources).With("/project/lab.yaml", Testbed(devices));
        var compilation = project.Compile();
        var watch = Stopwatch.StartNew();
        var driver = project.Driver().RunGenerators(compilation, Token);
        var cold = watch.Elapsed;

        var times = new List<double>();
        for (var edit = 1; edit <= 10; edit++)
        {
            var tree = compilation.SyntaxTrees[^1];
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(tree.ToString().Replace($"=> {edit - 1};", $"=> {edit};", StringComparison.Ordinal))));
            watch.Restart();
            driver = driver.RunGenerators(compilation, Token);
            times.Add(watch.Elapsed.TotalMilliseconds);
            Steps.AssertNothingDone(driver);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{classes} classes, {devices} devices, {files * callsPerFile} calls: cold {cold.TotalMilliseconds:F0} ms; an edit, median {times[times.Count / 2]:F2} ms, best {times[0]:F2} ms"));
        foreach (var (name, steps) in driver.GetRunResult().Results.Single().TrackedSteps.OrderByDescending(static s => s.Value.Sum(static r => r.ElapsedTime.Ticks)).Take(6))
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {steps.Sum(static r => r.ElapsedTime.TotalMilliseconds):F2} ms"));
        }
    }

    [Fact]
    public void Typed_code_for_a_thousand_devices_is_written_once()
    {
        const int devices = 1000;
        const int interfaces = 8;
        var project = Project.Of("[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;");
        var text = Testbed(devices) + Topology(devices, interfaces);
        var compilation = project.Compile();
        _ = project.With("/project/lab.yaml", text).Driver().RunGenerators(compilation, Token);
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var fresh = project.With("/project/lab.yaml", text).Driver();
            var watch = Stopwatch.StartNew();
            var driver = fresh.RunGenerators(compilation, Token);
            times.Add(watch.Elapsed.TotalMilliseconds);
            Assert.Contains("Eth1_7", driver.GetRunResult().Results.Single().GeneratedSources.Single(static s => s.HintName == "Lab-Testbed.g.cs").SourceText.ToString(), StringComparison.Ordinal);
            Steps.AssertNothingDone(driver.RunGenerators(compilation.Clone(), Token));
        }

        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{devices} devices with {interfaces} interfaces each, {text.Length / 1024} KB of YAML: median {times[2]:F0} ms, best {times[0]:F0} ms, worst {times[4]:F0} ms"));
    }

    private static string Topology(int devices, int interfaces)
    {
        var text = new StringBuilder("topology:\n");
        for (var i = 0; i < devices; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{i}:\n    interfaces:\n");
            for (var port = 0; port < interfaces; port++)
            {
                text.Append(CultureInfo.InvariantCulture, $"      eth1/{port}: {{ type: ethernet, link: r{i}-{(port < 2 ? i : i + 1) % devices}, ipv4: 10.0.0.1/24 }}\n");
            }
        }

        return text.ToString();
    }

    private static string Calls(int file, int count)
    {
        var text = new StringBuilder(Usings).Append(CultureInfo.InvariantCulture, $"namespace Calls; public static class File{file} {{ public static async Task Run(Device d) {{\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"        await d.ConnectAsync(alias: \"vty_{i % 20}\", via: \"mgmt\");\n");
        }

        return text.Append("    } }\n").ToString();
    }

    private static string Testbed(int devices)
    {
        var text = new StringBuilder("devices:\n");
        for (var i = 0; i < devices; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{i}:\n    os: linux\n    type: router\n    connections:\n      defaults: {{ via: mgmt }}\n      mgmt: {{ protocol: ssh, ip: 127.0.0.1 }}\n      console: {{ protocol: telnet, ip: 127.0.0.1, port: 2001 }}\n");
        }

        return text.ToString();
    }
}
