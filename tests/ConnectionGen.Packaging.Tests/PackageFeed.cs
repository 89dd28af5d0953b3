using System.IO.Compression;
using System.Text.RegularExpressions;
using ConnectionGen.Packaging.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace ConnectionGen.Packaging.Tests;

/// <summary>The packages, packed once into a feed of their own, and an empty package cache for those who consume them.</summary>
public sealed partial class PackageFeed : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string[] s_projects =
    [
        "ConnectionGen", "ConnectionGen.Cli", "ConnectionGen.Simulation", "ConnectionGen.Reports", "ConnectionGen.Hosting", "ConnectionGen.Xunit", "ConnectionGen.Tool",
    ];

    private readonly CompilerServer _server = new();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("connectiongen-packages-");

    /// <summary>The folder of packages.</summary>
    public string Folder => Path.Combine(_root.FullName, "feed");

    /// <summary>The version that all packages have.</summary>
    public string Version => field ??= VersionLine().Match(File.ReadAllText(Path.Combine(Repository, "Directory.Build.props"))).Value;

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    public async ValueTask InitializeAsync()
    {
        foreach (var project in s_projects)
        {
            (await ProgramRun.OfAsync(
                "dotnet",
                Path.Combine(Repository, "src", project),
                new Dictionary<string, string>(),
                "pack", "--no-build", "-p:BuildProjectReferences=false", "--configuration", Configuration, "--output", Folder)).Succeeded();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _root.Delete(recursive: true);
    }

    /// <summary>The files of a package that its makers put there, in order.</summary>
    internal IReadOnlyList<string> FilesOf(string package, string extension = "nupkg")
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.{extension}"));
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of one file of a package.</summary>
    internal string TextOf(string package, string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A fresh folder in which the feed is known.</summary>
    internal Workspace NewWorkspace(string name)
    {
        var workspace = new Workspace(Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName, Path.Combine(_root.FullName, "cache"), _server);
        workspace.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        // no process of a build outlives it
        workspace.Write("Directory.Build.rsp", "-nodeReuse:false");
        // what lies above the folder is not the user's
        workspace.Write("Directory.Build.props", "<Project />");
        workspace.Write("Directory.Build.targets", "<Project />");
        workspace.Write("Directory.Packages.props", "<Project />");
        return workspace;
    }

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "ConnectionGen.sln")) ? folder : FindRepository(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);

    [GeneratedRegex("(?<=<Version>).*(?=</Version>)")]
    private static partial Regex VersionLine();
}
