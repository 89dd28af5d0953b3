using System.Text.Json;

namespace ConnectionGen.Packaging.Tests.Native;

/// <summary>
/// <c>samples/NativeTool</c>, published natively once, from the packages instead of from their projects and with their versions managed centrally.
/// </summary>
public sealed class NativeTool(PackageFeed feed) : IAsyncLifetime
{
    private static readonly string s_sample = Path.Combine(PackageFeed.Repository, "samples", "NativeTool");
    private Workspace? _workspace;
    private ProgramRun? _publishing;

    /// <summary>What was measured when it was last looked at: the size in bytes, and how far it may be from that.</summary>
    internal static NativeBaseline Baseline => JsonSerializer.Deserialize<NativeBaseline>(
        File.ReadAllText(Path.Combine(PackageFeed.Repository, "tests", "ConnectionGen.Packaging.Tests", "Native", "baseline.json")), JsonSerializerOptions.Web)!;

    private static string? WhyNot =>
        !OperatingSystem.IsLinux() ? "The native program is linked on Linux only."
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(static folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc"))) ? null
        : "There is neither clang nor gcc to link a native program with.";

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        _workspace = feed.NewWorkspace("native");
        foreach (var file in Directory.GetFiles(s_sample, "*.cs"))
            _workspace.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file));
        var project = await File.ReadAllTextAsync(Path.Combine(s_sample, "NativeTool.csproj"));
        _workspace.Write("NativeTool.csproj", project
            .Replace("""<ProjectReference Include="../../src/ConnectionGen/ConnectionGen.csproj" />""", "", StringComparison.Ordinal)
            .Replace("""<ProjectReference Include="../../src/ConnectionGen.Cli/ConnectionGen.Cli.csproj" />""", """<PackageReference Include="ConnectionGen.Cli" />""", StringComparison.Ordinal));
        var versions = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "Directory.Packages.props"));
        _workspace.Write("Directory.Packages.props", versions.Replace(
            "</Project>", $"""<ItemGroup><PackageVersion Include="ConnectionGen.Cli" Version="{feed.Version}" /></ItemGroup></Project>""", StringComparison.Ordinal));
        _workspace.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                {Workspace.Settings}
              </PropertyGroup>
            </Project>
            """);
        _publishing = await _workspace.DotnetAsync("publish", "--output", "published");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>How its publishing went; the test is skipped where there is nothing to link it with.</summary>
    internal ProgramRun Publishing()
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        return _publishing!.Succeeded();
    }

    /// <summary>The program's file.</summary>
    internal FileInfo Program()
    {
        Publishing();
        return new FileInfo(Path.Combine(_workspace!.Folder, "published", "NativeTool"));
    }

    /// <summary>Runs it in a folder that has no testbed.</summary>
    internal Task<ProgramRun> RunAsync(params IEnumerable<string> arguments) => _workspace!.RunAsync(Program().FullName, arguments);

    /// <summary>A file in a folder of its own.</summary>
    internal string Write(string file, string text)
    {
        Publishing();
        _workspace!.Write(file, text);
        return Path.Combine(_workspace.Folder, file);
    }
}
