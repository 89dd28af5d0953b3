using System.Globalization;
using System.IO.Compression;

namespace ConnectionGen.Benchmarks.Packaged;

/// <summary>What is in the packages, and how large it is.</summary>
internal static class PackageMeasures
{
    private const string Pages = "docs/diagnostics/";
    private static readonly string[] s_packages = ["ConnectionGen", "ConnectionGen.Cli", "ConnectionGen.Simulation", "ConnectionGen.Reports", "ConnectionGen.Hosting", "ConnectionGen.Xunit", "ConnectionGen.Tool"];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-packages-");
        try
        {
            foreach (var package in s_packages)
                await Command.DotnetAsync(PerformancePage.Repository, "pack", $"src/{package}", "--configuration", "Release", "--output", folder.FullName);
            await PerformancePage.WriteTableAsync(
                "Packages",
                "packages",
                "Each file of each package, in bytes, packed beside unpacked; the pages of diagnostics are one line.",
                ["| package | file | packed | unpacked |", "|---|---|---|---|", .. folder.GetFiles("*.nupkg").OrderBy(static file => file.Name, StringComparer.Ordinal).SelectMany(Rows)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Rows(FileInfo file)
    {
        using var archive = ZipFile.OpenRead(file.FullName);
        var files = archive.Entries.Where(static entry => entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) || entry.FullName.StartsWith("package/", StringComparison.Ordinal) ? false : entry.FullName != "[Content_Types].xml")
            .GroupBy(static entry => entry.FullName.StartsWith(Pages, StringComparison.Ordinal) ? Pages + "*.md" : entry.FullName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => (Name: group.Key, Packed: group.Sum(static entry => entry.CompressedLength), Unpacked: group.Sum(static entry => entry.Length)))
            .ToArray();
        var name = Path.GetFileNameWithoutExtension(file.Name);
        return
        [
            Row(name, "the whole", file.Length, files.Sum(static f => f.Unpacked)),
            .. files.Select(static f => Row("", $"`{f.Name}`", f.Packed, f.Unpacked)),
        ];
    }

    private static string Row(string package, string file, long packed, long unpacked) =>
        string.Create(CultureInfo.InvariantCulture, $"| {package} | {file} | {packed:N0} | {unpacked:N0} |");
}
