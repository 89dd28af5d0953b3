namespace ConnectionGen.Packaging.Tests.Reproducing;

/// <summary>What anybody makes of a commit, wherever the clone is, is what we made of it; and a debugger finds its way from there to the source.</summary>
public sealed class ReproducibleTests(TwoClones clones) : IClassFixture<TwoClones>
{
    // NuGet's own parts of a package; before 7.9 it made up a name for one, and the other refers to that
    private static readonly string[] s_parts = ["_rels/.rels", "package/services/metadata/core-properties/"];

    public static TheoryData<string> Packages => [.. PackageFeed.Packages];

    [Fact]
    public void Two_clones_pack_the_same_files() => AssertSame(Entries(clones.First), Entries(clones.Second));

    [Fact]
    public void With_one_date_for_all_files_the_packages_are_the_same_bytes()
    {
        var first = clones.First.Hashes();
        Assert.SkipUnless(clones.First.HashesOfEntries().Keys.Count(static name => name.EndsWith("/nuget.psmdcp", StringComparison.Ordinal)) == first.Count, "This SDK's NuGet makes up a name in each package; 7.9 does not.");

        AssertSame(first, clones.Second.Hashes());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_debugger_finds_the_symbols_of_each_assembly_and_each_source_in_them(string package)
    {
        var assemblies = clones.First.FilesOf(package, ".dll").Where(static file => Path.GetFileName(file.Name).StartsWith("ConnectionGen.", StringComparison.Ordinal)).ToList();
        var candidates = clones.First.FilesOf(package, ".pdb").Select(static file => file.Content).Concat(clones.First.Symbols()).ToList();

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, assembly =>
        {
            using var symbols = DebugSymbols.Of(assembly.Content, candidates);
            Assert.NotNull(symbols);
            Assert.Equal([KeyValuePair.Create("/_/*", $"https://raw.githubusercontent.com/example/connectiongen/{Clone.Commit}/*")], symbols.SourceMap());
            Assert.NotEmpty(symbols.Sources);
            Assert.All(symbols.Sources, static source => Assert.True(source.IsEmbedded || IsInTheRepository(source.Path), source.Path));
        });
    }

    // dotnet/runtime#119587; two clones are equal by chance where there are two
    [Theory]
    [MemberData(nameof(Packages))]
    public void The_logging_generator_has_one_class_an_assembly_since_it_makes_up_the_order_of_several(string package) => Assert.InRange(
        Directory.GetFiles(Path.Combine(PackageFeed.Repository, "src", package), "*.cs", SearchOption.AllDirectories).Count(static file => File.ReadAllText(file).Contains("[LoggerMessage(", StringComparison.Ordinal)),
        0,
        1);

    private static bool IsInTheRepository(string path) =>
        path.StartsWith("/_/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && File.Exists(Path.Combine(PackageFeed.Repository, path[3..]));

    private static void AssertSame(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], first.Where(file => second[file.Key] != file.Value).Select(static file => file.Key));
    }

    private static Dictionary<string, string> Entries(Clone clone) =>
        clone.HashesOfEntries().Where(static entry => !s_parts.Any(part => entry.Key.Contains($": {part}", StringComparison.Ordinal))).ToDictionary(StringComparer.Ordinal);
}
