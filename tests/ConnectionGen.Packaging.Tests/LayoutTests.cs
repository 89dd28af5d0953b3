namespace ConnectionGen.Packaging.Tests;

public sealed class LayoutTests(PackageFeed feed)
{
    // Each rule's page, which its help link names.
    private static IEnumerable<string> Pages =>
        Directory.GetFiles(Path.Combine(PackageFeed.Repository, "docs", "diagnostics"), "*.md").Select(page => "docs/diagnostics/" + Path.GetFileName(page)).Order(StringComparer.Ordinal);

    [Fact]
    public void ConnectionGen_holds_the_runtime_and_what_the_compiler_loads() => Assert.Equal(
        [
            "ConnectionGen.nuspec",
            "README.md",
            "analyzers/dotnet/cs/ConnectionGen.Analyzers.dll",
            "analyzers/dotnet/cs/ConnectionGen.CodeFixes.dll",
            "analyzers/dotnet/cs/ConnectionGen.Completion.dll",
            "analyzers/dotnet/cs/ConnectionGen.Generators.dll",
            "analyzers/dotnet/cs/ConnectionGen.TestbedFiles.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "buildTransitive/ConnectionGen.targets",
            .. Pages,
            "lib/net10.0/ConnectionGen.TestbedFiles.dll",
            "lib/net10.0/ConnectionGen.TestbedFiles.xml",
            "lib/net10.0/ConnectionGen.dll",
            "lib/net10.0/ConnectionGen.xml",
            "schema/testbed.schema.json",
        ],
        feed.FilesOf("ConnectionGen"));

    [Theory]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    public void The_others_hold_one_assembly_and_its_documentation(string package) => Assert.Equal(
        [$"{package}.nuspec", "README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"],
        feed.FilesOf(package));

    [Theory]
    [InlineData("ConnectionGen")]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    public void Symbols_are_a_package_of_their_own(string package) => Assert.Equal(
        [$"{package}.nuspec", $"lib/net10.0/{package}.pdb"],
        feed.FilesOf(package, "snupkg"));

    [Theory]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    public void The_others_bring_the_generator_and_the_analyzers_along(string package) => Assert.Contains(
        """<dependency id="ConnectionGen" version="0.1.0" include="All" />""",
        feed.TextOf(package, $"{package}.nuspec"),
        StringComparison.Ordinal);
}
