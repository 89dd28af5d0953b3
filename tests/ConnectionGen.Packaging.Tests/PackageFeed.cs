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

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("connectiongen-packages-");

    /// <summary>The folder of packages.</summary>
    public string Folder => Path.Combine(_root.FullName, "feed");

    /// <summary>The version that all packages have.</summary>
    public string Version => field ??= VersionLine().Match(File.ReadAllText(Path.Combine(Repository, "Directory.Build.props"))).Value;

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    /// <summary>The names of all packages, in order.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Projects(Repository)
            .Where(static project => File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
            .Select(static project => Path.GetFileNameWithoutExtension(project))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The compiler's server of all builds that the tests make.</summary>
    internal CompilerServer Server { get; } = new();

    public async ValueTask InitializeAsync() =>
        await PackAsync(Repository, Folder, _root.FullName, new Dictionary<string, string>(), "--no-build", "-p:BuildProjectReferences=false", "--configuration", Configuration);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _root.Delete(recursive: true);
    }

    /// <summary>Packs whatever a clone of the repository makes packages of, all at once.</summary>
    /// <param name="repository">The clone.</param>
    /// <param name="packages">The folder that the packages go to.</param>
    /// <param name="scratch">A folder for the list of projects.</param>
    /// <param name="environment">Variables of the build.</param>
    /// <param name="arguments">What else <c>dotnet pack</c> is told.</param>
    internal static async Task PackAsync(string repository, string packages, string scratch, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        // also those without a package: what is not in the list would be taken from another configuration
        var list = Path.Combine(scratch, "Packages.slnx");
        await File.WriteAllTextAsync(list, $"<Solution>{string.Concat(Projects(repository).Select(static project => $"<Project Path=\"{project}\" />"))}</Solution>");
        (await ProgramRun.OfAsync("dotnet", repository, environment, ["pack", list, $"-p:PackageOutputPath={packages}", "-nodeReuse:false", .. arguments])).Succeeded();
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
        var workspace = new Workspace(Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName, Path.Combine(_root.FullName, "cache"), Server);
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

    private static IEnumerable<string> Projects(string repository) =>
        from part in (string[])["src", "generators", "analyzers"]
        from folder in Directory.GetDirectories(Path.Combine(repository, part))
        let project = Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj")
        where File.Exists(project)
        select project;

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "ConnectionGen.sln")) ? folder : FindRepository(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);

    [GeneratedRegex("(?<=<Version>).*(?=</Version>)")]
    private static partial Regex VersionLine();
}
