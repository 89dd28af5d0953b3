namespace ConnectionGen.Packaging.Tests;

/// <summary>A user's folder: files, and <c>dotnet</c> with a package cache that began empty.</summary>
internal sealed class Workspace(string folder, string cache, CompilerServer server)
{
    /// <summary>What a careful user's project sets.</summary>
    public const string Settings = """
        <TargetFramework>net10.0</TargetFramework>
        <Nullable>enable</Nullable>
        <ImplicitUsings>enable</ImplicitUsings>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <NuGetAudit>false</NuGetAudit>
        <!-- NU1603: a feed may hold only a newer patch of a package that one of ours asks for -->
        <NoWarn>$(NoWarn);NU1603</NoWarn>
        """;

    private readonly Dictionary<string, string> _environment = new(server.Environment, StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = cache,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    public string Folder => folder;

    public void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void WriteProject(string file, string outputType, params string[] items) => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{outputType}</OutputType>
            {Settings}
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", items)}
          </ItemGroup>
        </Project>
        """);

    public Task<ProgramRun> DotnetAsync(params IEnumerable<string> arguments) => RunAsync("dotnet", arguments);

    public Task<ProgramRun> RunAsync(string program, params IEnumerable<string> arguments) => ProgramRun.OfAsync(program, folder, _environment, arguments);
}
