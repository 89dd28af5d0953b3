using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;

namespace ConnectionGen.Packaging.Tests;

/// <summary>
/// One project, built for release in two clones of a repository that has a remote. It is the one that all others and the compiler's share: what a language
/// feature needs on netstandard2.0 is in it.
/// </summary>
public sealed class ReproducibleTests(ReproducibleTests.TwoClones clones) : IClassFixture<ReproducibleTests.TwoClones>
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("dll")]
    [InlineData("pdb")]
    public void Two_clones_build_the_same_bytes(string ending) => Assert.Equal(File.ReadAllBytes(clones.Built("first", ending)), File.ReadAllBytes(clones.Built("the second", ending)));

    [Fact]
    public void A_debugger_finds_each_source_in_the_repository_or_in_the_symbols()
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(clones.Built("first", "pdb")));
        var reader = symbols.GetMetadataReader();

        var link = Assert.Single(reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation), information => reader.GetGuid(information.Kind) == s_sourceLink);
        using var map = JsonDocument.Parse(Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)));
        Assert.Equal($"https://raw.githubusercontent.com/example/connectiongen/{Commit}/*", map.RootElement.GetProperty("documents").GetProperty("/_/*").GetString());

        foreach (var document in reader.Documents)
        {
            var path = reader.GetString(reader.GetDocument(document).Name);
            Assert.StartsWith("/_/src/ConnectionGen.TestbedFiles/", path, StringComparison.Ordinal);
            var isEmbedded = reader.GetCustomDebugInformation(document).Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == s_embeddedSource);
            Assert.Equal(path.Contains("/obj/", StringComparison.Ordinal), isEmbedded);
        }
    }

    /// <summary>The two clones, each built once.</summary>
    public sealed class TwoClones : IAsyncLifetime
    {
        private const string Project = "src/ConnectionGen.TestbedFiles";
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("connectiongen-clones-");

        public async ValueTask InitializeAsync()
        {
            foreach (var clone in (string[])["first", "the second"])
            {
                var folder = Path.Combine(_root.FullName, clone);
                Clone(folder);
                (await ProgramRun.OfAsync("dotnet", folder, new Dictionary<string, string>(), "build", Project, "--configuration", "Release", "-nodeReuse:false")).Succeeded();
            }
        }

        public ValueTask DisposeAsync()
        {
            _root.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        /// <summary>A file that a clone's build has made.</summary>
        internal string Built(string clone, string ending) =>
            Path.Combine(_root.FullName, clone, Project, "bin", "Release", "netstandard2.0", $"ConnectionGen.TestbedFiles.{ending}");

        // what the build reads of a clone: which commit it is at, and where it came from
        private static void Clone(string folder)
        {
            foreach (var file in Directory.GetFiles(PackageFeed.Repository).Concat(Directory.GetFiles(Path.Combine(PackageFeed.Repository, Project), "*", SearchOption.AllDirectories)))
            {
                var path = Path.GetRelativePath(PackageFeed.Repository, file).Replace('\\', '/');
                if (path == ".git" || path.StartsWith($"{Project}/bin/", StringComparison.Ordinal) || path.StartsWith($"{Project}/obj/", StringComparison.Ordinal))
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
    }
}
