using System.Text.RegularExpressions;

namespace ConnectionGen.Packaging.Tests;

public sealed partial class LayoutTests(PackageFeed feed)
{
    private static readonly string[] s_tool =
    [
        "BouncyCastle.Cryptography.dll",
        "ConnectionGen.Cli.dll",
        "ConnectionGen.Cli.pdb",
        "ConnectionGen.Cli.xml",
        "ConnectionGen.Reports.dll",
        "ConnectionGen.Reports.pdb",
        "ConnectionGen.Reports.xml",
        "ConnectionGen.Simulation.dll",
        "ConnectionGen.Simulation.pdb",
        "ConnectionGen.Simulation.xml",
        "ConnectionGen.TestbedFiles.dll",
        "ConnectionGen.TestbedFiles.pdb",
        "ConnectionGen.TestbedFiles.xml",
        "ConnectionGen.Tool.deps.json",
        "ConnectionGen.Tool.dll",
        "ConnectionGen.Tool.pdb",
        "ConnectionGen.Tool.runtimeconfig.json",
        "ConnectionGen.Tool.xml",
        "ConnectionGen.dll",
        "ConnectionGen.pdb",
        "ConnectionGen.xml",
        "DotnetToolSettings.xml",
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Polly.Core.dll",
        "Renci.SshNet.dll",
        "System.CommandLine.dll",
        "YamlDotNet.dll",
    ];

    // Each rule's page, which its help link names.
    private static IEnumerable<string> Pages =>
        Directory.GetFiles(Path.Combine(PackageFeed.Repository, "docs", "diagnostics"), "*.md").Select(page => "docs/diagnostics/" + Path.GetFileName(page)).Order(StringComparer.Ordinal);

    [Fact]
    public void These_are_all_packages() => Assert.Equal(
        ["ConnectionGen", "ConnectionGen.Cli", "ConnectionGen.Hosting", "ConnectionGen.Reports", "ConnectionGen.Simulation", "ConnectionGen.Tool", "ConnectionGen.Xunit"],
        Directory.GetFiles(feed.Folder, $"ConnectionGen*.{feed.Version}.nupkg").Select(file => Path.GetFileName(file)[..^$".{feed.Version}.nupkg".Length]).Order(StringComparer.Ordinal));

    [Fact]
    public void ConnectionGen_holds_the_runtime_and_what_the_compiler_loads() => Assert.Equal(
        [
            "ConnectionGen.nuspec",
            "README.md",
            "THIRD-PARTY-NOTICES.md",
            "analyzers/dotnet/cs/ConnectionGen.Analyzers.dll",
            "analyzers/dotnet/cs/ConnectionGen.CodeFixes.dll",
            "analyzers/dotnet/cs/ConnectionGen.Completion.dll",
            "analyzers/dotnet/cs/ConnectionGen.Generators.dll",
            "analyzers/dotnet/cs/ConnectionGen.TestbedFiles.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "buildTransitive/ConnectionGen.Checks.targets",
            "buildTransitive/ConnectionGen.targets",
            .. Pages,
            "icon.png",
            "lib/net10.0/ConnectionGen.TestbedFiles.dll",
            "lib/net10.0/ConnectionGen.TestbedFiles.xml",
            "lib/net10.0/ConnectionGen.dll",
            "lib/net10.0/ConnectionGen.xml",
            "schema/testbed.schema.json",
        ],
        feed.FilesOf("ConnectionGen"));

    [Fact]
    public void The_tool_holds_what_it_runs_with() => Assert.Equal(
        [
            "ConnectionGen.Tool.nuspec",
            "README.md",
            "icon.png",
            .. s_tool.Select(static file => $"tools/net10.0/any/{file}"),
        ],
        feed.FilesOf("ConnectionGen.Tool"));

    [Theory]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    [InlineData("ConnectionGen.Reports")]
    [InlineData("ConnectionGen.Hosting")]
    [InlineData("ConnectionGen.Xunit")]
    public void The_others_hold_one_assembly_and_its_documentation(string package) => Assert.Equal(
        [$"{package}.nuspec", "README.md", "icon.png", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"],
        feed.FilesOf(package));

    [Fact]
    public void Symbols_are_of_both_assemblies_of_ConnectionGen() => Assert.Equal(
        ["ConnectionGen.nuspec", "lib/net10.0/ConnectionGen.TestbedFiles.pdb", "lib/net10.0/ConnectionGen.pdb"],
        feed.FilesOf("ConnectionGen", "snupkg"));

    [Theory]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    [InlineData("ConnectionGen.Reports")]
    [InlineData("ConnectionGen.Hosting")]
    [InlineData("ConnectionGen.Xunit")]
    public void Symbols_are_a_package_of_their_own(string package) => Assert.Equal(
        [$"{package}.nuspec", $"lib/net10.0/{package}.pdb"],
        feed.FilesOf(package, "snupkg"));

    [Theory]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    [InlineData("ConnectionGen.Reports")]
    [InlineData("ConnectionGen.Hosting")]
    [InlineData("ConnectionGen.Xunit")]
    public void The_others_bring_the_generator_and_the_analyzers_along(string package) => Assert.Contains(
        $"""<dependency id="ConnectionGen" version="{feed.Version}" include="All" />""",
        feed.TextOf(package, $"{package}.nuspec"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ConnectionGen", "Microsoft.Extensions.Logging.Abstractions", "YamlDotNet")]
    [InlineData("ConnectionGen.Cli", "ConnectionGen", "Polly.Core", "SSH.NET")]
    [InlineData("ConnectionGen.Simulation", "ConnectionGen", "YamlDotNet")]
    [InlineData("ConnectionGen.Reports", "ConnectionGen")]
    [InlineData("ConnectionGen.Hosting", "ConnectionGen", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions")]
    [InlineData("ConnectionGen.Xunit", "ConnectionGen.Reports", "ConnectionGen", "xunit.v3.extensibility.core")]
    public void A_package_depends_on_what_it_runs_with_alone(string package, params string[] dependencies) => Assert.Equal(
        dependencies,
        Dependency().Matches(feed.TextOf(package, $"{package}.nuspec")).Select(static match => match.Value));

    [Theory]
    [InlineData("ConnectionGen")]
    [InlineData("ConnectionGen.Cli")]
    [InlineData("ConnectionGen.Simulation")]
    [InlineData("ConnectionGen.Reports")]
    [InlineData("ConnectionGen.Hosting")]
    [InlineData("ConnectionGen.Xunit")]
    [InlineData("ConnectionGen.Tool")]
    public void A_package_says_what_it_is(string package)
    {
        var description = feed.TextOf(package, $"{package}.nuspec");

        Assert.Contains($"<version>{feed.Version}</version>", description, StringComparison.Ordinal);
        Assert.Contains("""<license type="expression">MIT</license>""", description, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", description, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", description, StringComparison.Ordinal);
        Assert.Matches("<repository type=\"git\" .*commit=\"[0-9a-f]{40}\"", description);
    }

    [Fact]
    public void The_public_surface_of_each_library_stands_in_a_file() => Assert.All(
        PackageFeed.Packages.SelectMany(package => feed.FilesOf(package)).Where(static file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)),
        static library => Assert.NotEmpty(File.ReadLines(Path.Combine(PackageFeed.Repository, "src", Path.GetFileNameWithoutExtension(library), "PublicAPI.Unshipped.txt")).Skip(1)));

    [Fact]
    public void What_the_build_says_has_a_page_each() => Assert.Equal(
        Pages.Select(static page => Path.GetFileNameWithoutExtension(page)).Where(static id => id.StartsWith("CG3", StringComparison.Ordinal)),
        Code().Matches(feed.TextOf("ConnectionGen", "buildTransitive/ConnectionGen.Checks.targets")).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex("(?<=<dependency id=\")[^\"]*")]
    private static partial Regex Dependency();

    [GeneratedRegex("(?<=Code=\")[^\"]*")]
    private static partial Regex Code();
}
