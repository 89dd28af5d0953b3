using System.IO.Compression;
using System.Security.Cryptography;

namespace ConnectionGen.Packaging.Tests.Reproducing;

/// <summary>A clone of the repository, as much of it as the packages are made of: which commit it is at, and where it came from.</summary>
internal sealed class Clone(string folder, string version)
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string[] s_parts = ["src", "generators", "analyzers", Path.Combine("docs", "diagnostics")];

    private string Packages => Path.Combine(folder, "packages");

    public void Write()
    {
        var files = Directory.GetFiles(PackageFeed.Repository)
            .Append(Path.Combine(PackageFeed.Repository, "docs", "icon.png"))
            .Concat(s_parts.SelectMany(static part => Directory.GetFiles(Path.Combine(PackageFeed.Repository, part), "*", SearchOption.AllDirectories)));
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(PackageFeed.Repository, file);
            if (path == ".git" || path.Split(Path.DirectorySeparatorChar).Any(static name => name is "bin" or "obj"))
                continue;
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var git = Directory.CreateDirectory(Path.Combine(folder, ".git"));
        git.CreateSubdirectory("objects");
        git.CreateSubdirectory("refs");
        File.WriteAllText(Path.Combine(git.FullName, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git.FullName, "config"), """
            [core]
            	repositoryformatversion = 0
            [remote "origin"]
            	url = https://github.com/example/connectiongen.git
            """);
    }

    /// <summary>Packs for release. What analyzers say was said when the tests were built, and no byte of an assembly is of them.</summary>
    public Task PackAsync(CompilerServer server) => PackageFeed.PackAsync(
        folder,
        Packages,
        folder,
        new Dictionary<string, string>(server.Environment, StringComparer.Ordinal) { ["SOURCE_DATE_EPOCH"] = "1767225600" },
        "--configuration",
        "Release",
        "-p:RunAnalyzers=false");

    /// <summary>The packages and symbols packages by their names, as files.</summary>
    public IReadOnlyDictionary<string, string> Hashes() => Directory.GetFiles(Packages).ToDictionary(static file => Path.GetFileName(file), static file => Hash(File.ReadAllBytes(file)));

    /// <summary>What is in each of them.</summary>
    public IReadOnlyDictionary<string, string> HashesOfEntries() => Directory.GetFiles(Packages)
        .SelectMany(static file => Entries(file), static (file, entry) => (Name: $"{Path.GetFileName(file)}: {entry.Name}", entry.Content))
        .ToDictionary(static entry => entry.Name, static entry => Hash(entry.Content));

    /// <summary>The files of a package that end so.</summary>
    public IEnumerable<(string Name, byte[] Content)> FilesOf(string package, string ending) =>
        Entries(Path.Combine(Packages, $"{package}.{version}.nupkg")).Where(entry => entry.Name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whatever the symbols packages hold, as a server of symbols does.</summary>
    public IEnumerable<byte[]> Symbols() =>
        Directory.GetFiles(Packages, "*.snupkg").SelectMany(Entries).Where(static entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)).Select(static entry => entry.Content);

    private static IEnumerable<(string Name, byte[] Content)> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
