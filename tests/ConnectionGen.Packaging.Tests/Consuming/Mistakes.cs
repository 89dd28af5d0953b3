namespace ConnectionGen.Packaging.Tests.Consuming;

/// <summary>Projects with a mistake each, built at once.</summary>
public sealed class Mistakes(PackageFeed feed) : IAsyncLifetime
{
    private const string Program = """
        using ConnectionGen;

        await using var lab = Lab.Load();
        Console.WriteLine(lab.Box.Name);

        [Testbed("lab.yaml")]
        internal sealed partial class Lab;
        """;

    private const string WithoutAnalyzers = """
        </ItemGroup>
        <Target Name="WithoutAnalyzers" BeforeTargets="CoreCompile">
          <ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup>
        </Target>
        <ItemGroup>
        """;

    private readonly List<string> _projects = [];
    private ProgramRun? _building;

    private Workspace Workspace { get; } = feed.NewWorkspace("mistakes");

    private string Package => $"""<PackageReference Include="ConnectionGen" Version="{feed.Version}" />""";

    public async ValueTask InitializeAsync()
    {
        WriteProject("NoItem", Package);
        WriteProject("NoFile", Package, """<Testbed Include="gone.yaml" />""");
        WriteProject("Empty", Package);
        Workspace.Write("Empty/Program.cs", "Console.WriteLine(typeof(ConnectionGen.Testbed));");
        WriteProject("Language12", Package, """<Testbed Include="lab.yaml" />""", "</ItemGroup><PropertyGroup><LangVersion>12</LangVersion></PropertyGroup><ItemGroup>");
        WriteProject("Language13", Package, """<Testbed Include="lab.yaml" />""", "</ItemGroup><PropertyGroup><LangVersion>13.0</LangVersion></PropertyGroup><ItemGroup>");
        WriteProject("NoGenerator", Package, """<Testbed Include="lab.yaml" />""", WithoutAnalyzers);
        WriteProject("NoGeneratorNorTestbed", Package, WithoutAnalyzers);
        Workspace.Write("NoGeneratorNorTestbed/Program.cs", "Console.WriteLine(typeof(ConnectionGen.Testbed));");
        WriteOldSdk();
        WriteLibrary("One", Package);
        WriteLibrary("Two", Package.Replace(" />", """ PrivateAssets="none" />""", StringComparison.Ordinal));
        WriteProject("Both", """<ProjectReference Include="../One/One.csproj" />""", """<ProjectReference Include="../Two/Two.csproj" />""", """<Testbed Include="lab.yaml" />""");
        WriteProject("Outsider", """<ProjectReference Include="../One/One.csproj" />""");
        Workspace.Write("Outsider/Program.cs", "Console.WriteLine(typeof(One.EchoConnection));");
        Workspace.Write("Mistakes.slnx", $"<Solution>{string.Concat(_projects.Select(static name => $"""<Project Path="{name}/{name}.csproj" />"""))}</Solution>");
        _building = await Workspace.DotnetAsync("build", "Mistakes.slnx");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the build says of a project, each line once.</summary>
    internal IReadOnlyList<string> Reports(string project) =>
        [.. _building!.Output.Split('\n').Where(line => line.Contains($"{project}.csproj]", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the project was built to its end.</summary>
    internal bool IsBuilt(string project) => File.Exists(Path.Combine(Workspace.Folder, project, "bin", "Debug", "net10.0", $"{project}.dll"));

    private void WriteProject(string name, params string[] items)
    {
        _projects.Add(name);
        Workspace.WriteProject($"{name}/{name}.csproj", "Exe", items);
        Workspace.Write($"{name}/Program.cs", Program);
        Workspace.Write($"{name}/lab.yaml", $$"""
            devices:
              box:
                os: linux
                connections:
                  local: { {{(name == "Both" ? "class: EchoConnection, " : "")}}protocol: telnet, ip: 192.0.2.1 }
            """);
    }

    private void WriteLibrary(string name, params string[] items)
    {
        _projects.Add(name);
        Workspace.WriteProject($"{name}/{name}.csproj", "Library", items);
        Workspace.Write($"{name}/EchoConnection.cs", $$"""
            using ConnectionGen;

            namespace {{name}};

            [ConnectionClass]
            public partial class EchoConnection(ConnectionContext context) : Connection(context)
            {
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            }
            """);
    }

    // an SDK says its version in a property, which is made another one after the SDK has said it
    private void WriteOldSdk()
    {
        WriteProject("OldSdk");
        Workspace.Write("OldSdk/OldSdk.csproj", $"""
            <Project>
              <Import Sdk="Microsoft.NET.Sdk" Project="Sdk.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <!-- NU1603: a feed may hold only a newer patch of a package that one of ours asks for -->
                <NoWarn>$(NoWarn);NU1603</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                {Package}
                <Testbed Include="lab.yaml" />
              </ItemGroup>
              <Import Sdk="Microsoft.NET.Sdk" Project="Sdk.targets" />
              <PropertyGroup>
                <NETCoreSdkVersion>9.0.308</NETCoreSdkVersion>
              </PropertyGroup>
            </Project>
            """);
    }
}
