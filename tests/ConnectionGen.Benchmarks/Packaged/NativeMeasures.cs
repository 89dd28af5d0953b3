using System.Globalization;
using ConnectionGen.Measures;

namespace ConnectionGen.Benchmarks.Packaged;

/// <summary>How large <c>samples/NativeTool</c> is, and how long it takes from its start to the end of its help, beside a native program that does nothing.</summary>
internal static class NativeMeasures
{
    private const int Rounds = 101;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-native-");
        try
        {
            var empty = await PublishEmptyAsync(folder.FullName);
            var published = Path.Combine(folder.FullName, "tool");
            await Command.DotnetAsync(PerformancePage.Repository, "publish", "samples/NativeTool", "--configuration", "Release", "--output", published);
            var tool = new FileInfo(Path.Combine(published, empty.Name.Replace("Empty", "NativeTool", StringComparison.Ordinal)));
            var starts = await Interleaved.RunAsync(Rounds, 1, _ => Command.RunAsync(empty.FullName, folder.FullName), _ => Command.RunAsync(tool.FullName, folder.FullName, "--help"));
            await PerformancePage.WriteTableAsync(
                "Native program",
                "native",
                $"`samples/NativeTool` as `dotnet publish` makes it: it connects to a testbed's devices over SSH and Telnet and runs commands. A start is what passes from the start of the process to the end of `--help`, "
                + $"in turn with a native program whose `Main` is empty, {Rounds} rounds. What is noted stands in tests/ConnectionGen.Packaging.Tests/Native/baseline.json.",
                ["| measure | found | wanted | holds |", "|---|---|---|---|", .. Rows(NativeBaseline.Read(), tool.Length, empty.Length, starts)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Rows(NativeBaseline noted, long size, long emptySize, Interleaved starts)
    {
        var (start, ratio) = (starts.Nanoseconds(1) / 1e6, starts.Ratio(0, 1));
        yield return Row("size", $"{size:N0} bytes", $"at most {noted.MostSize:N0}", size <= noted.MostSize);
        yield return Row("the same, against what was noted", $"{size * 100.0 / noted.Size:F1} %", $"{noted.Size:N0} bytes, {noted.SizeTolerance:P0} more or less", NativeBaseline.IsNear(size, noted.Size, noted.SizeTolerance));
        yield return Row("beside it: the empty program", $"{emptySize:N0} bytes", $"", true);
        yield return Row("start to the end of `--help`", $"{start:F1} ms", $"at most {noted.MostStart} ms", start <= noted.MostStart);
        yield return Row("the same, against the empty program", $"{ratio:F2} times", $"{noted.Start} times, {noted.StartTolerance:P0} more or less", NativeBaseline.IsNear(ratio, noted.Start, noted.StartTolerance));
        yield return Row("beside it: the empty program", $"{starts.Nanoseconds(0) / 1e6:F1} ms", $"", true);
    }

    private static string Row(string what, FormattableString found, FormattableString wanted, bool holds)
    {
        var limit = wanted.ToString(CultureInfo.InvariantCulture);
        return $"| {what} | {found.ToString(CultureInfo.InvariantCulture)} | {limit} | {(limit.Length == 0 ? "" : holds ? "yes" : "**no**")} |";
    }

    private static async Task<FileInfo> PublishEmptyAsync(string folder)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "Empty")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "Empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), "return;\n");
        var published = Path.Combine(folder, "empty");
        await Command.DotnetAsync(project, "publish", "--output", published);
        return new FileInfo(Path.Combine(published, OperatingSystem.IsWindows() ? "Empty.exe" : "Empty"));
    }
}
