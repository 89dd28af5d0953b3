namespace ConnectionGen.Packaging.Tests.Consuming;

/// <summary>
/// A solution as a team might have it, built once: a library of connection classes, two programs with a testbed each, tests that see the package only
/// through the projects they test; versions managed centrally, output under <c>artifacts</c>, blanks and other scripts' letters in the path.
/// </summary>
public sealed class Company(PackageFeed feed) : IAsyncLifetime
{
    private ProgramRun? _building;

    internal Workspace Workspace { get; } = feed.NewWorkspace("Zwei Wörter – два слова");

    public async ValueTask InitializeAsync()
    {
        WriteSolution();
        WriteDrivers();
        WriteProgram("Office", "Desk", "192.0.2.1");
        WriteProgram("Plant", "Press", "192.0.2.2");
        WriteTests();
        _building = await Workspace.DotnetAsync("build", "Company.slnx");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal ProgramRun Building() => _building!.Succeeded();

    /// <summary>Builds one project again, as it stands now.</summary>
    internal Task<ProgramRun> BuildAsync(string project, params IEnumerable<string> arguments) => Workspace.DotnetAsync(["build", project, "--no-restore", .. arguments]);

    internal Task<ProgramRun> RunAsync(string project) => Workspace.DotnetAsync("run", "--no-build", "--project", project);

    internal static string Testbed(string device, string address, string path = "local") => $$"""
        devices:
          {{device}}:
            os: linux
            connections:
              {{path}}: { class: EchoConnection, protocol: telnet, ip: {{address}} }

        """;

    private void WriteSolution()
    {
        Workspace.Write("Company.slnx", """
            <Solution>
              <Project Path="Drivers/Drivers.csproj" />
              <Project Path="Office/Office.csproj" />
              <Project Path="Plant/Plant.csproj" />
              <Project Path="Office.Tests/Office.Tests.csproj" />
            </Solution>
            """);
        Workspace.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                {Workspace.Settings}
                <UseArtifactsOutput>true</UseArtifactsOutput>
              </PropertyGroup>
            </Project>
            """);
        var versions = File.ReadAllText(Path.Combine(PackageFeed.Repository, "Directory.Packages.props"));
        Workspace.Write("Directory.Packages.props", versions.Replace(
            "</Project>", $"""<ItemGroup><PackageVersion Include="ConnectionGen" Version="{feed.Version}" /></ItemGroup></Project>""", StringComparison.Ordinal));
    }

    private void WriteDrivers()
    {
        Workspace.Write("Drivers/Drivers.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="ConnectionGen" PrivateAssets="none" />
                <InternalsVisibleTo Include="Office.Tests" />
              </ItemGroup>
            </Project>
            """);
        Workspace.Write("Drivers/Classes.cs", """
            using ConnectionGen;

            namespace Drivers;

            [ConnectionClass]
            public partial class EchoConnection(ConnectionContext context, string mark = "?") : Connection(context)
            {
                private readonly string _mark = mark;

                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                [Service]
                public virtual Task<string> EchoAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult($"{text}{_mark} {Device.Name}");
            }

            [ConnectionClass]
            internal partial class HiddenConnection(ConnectionContext context) : Connection(context)
            {
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                [Service]
                public virtual Task<string> WhisperAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult($"({text})");
            }
            """);
    }

    private void WriteProgram(string name, string device, string address)
    {
        Workspace.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Drivers/Drivers.csproj" />
                <InternalsVisibleTo Include="{name}.Tests" />
                <Testbed Include="testbeds/{name}.yaml" />
              </ItemGroup>
            </Project>
            """);
        Workspace.Write($"{name}/testbeds/{name}.yaml", Testbed(device, address));
        Workspace.Write($"{name}/Program.cs", $$"""
            using ConnectionGen;

            namespace {{name}};

            internal static class Program
            {
                private static async Task Main()
                {
                    await using var lab = Lab.Load();
                    await lab.{{device}}.ConnectAsync(via: "local");
                    Console.WriteLine(await lab.{{device}}.EchoAsync("hello"));
                    Console.WriteLine(lab.{{device}}.Description.Paths["local"].Host);
                }
            }

            [Testbed("testbeds/{{name}}.yaml")]
            internal sealed partial class Lab;
            """);
    }

    private void WriteTests()
    {
        Workspace.Write("Office.Tests/Office.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3.mtp-v2" />
                <ProjectReference Include="../Office/Office.csproj" />
                <Testbed Include="bench.yaml" />
              </ItemGroup>
            </Project>
            """);
        Workspace.Write("Office.Tests/bench.yaml", Testbed("table", "192.0.2.3"));
        Workspace.Write("Office.Tests/EchoTests.cs", """
            using ConnectionGen;
            using Drivers;
            using Xunit;

            namespace Office.Tests;

            public sealed class EchoTests
            {
                [Fact]
                public async Task A_device_of_the_tests_answers_through_public_and_internal_classes()
                {
                    await using var bench = Bench.Load();
                    await bench.Table.ConnectAsync(cancellationToken: TestContext.Current.CancellationToken);
                    await bench.Table.ConnectHiddenAsync(alias: "hidden", cancellationToken: TestContext.Current.CancellationToken);
                    Assert.Equal("hello? table", bench.Table.Echo("hello", TestContext.Current.CancellationToken));
                    Assert.Equal("(hello)", bench.Table.hidden.Whisper("hello", TestContext.Current.CancellationToken));
                }

                [Fact]
                public async Task The_program_s_testbed_is_there_too()
                {
                    await using var office = Lab.Load();
                    await office.Desk.ConnectAsync(via: Lab.DeskDevice.Via.Local, cancellationToken: TestContext.Current.CancellationToken);
                    Assert.Equal("hello? Desk", await office.Desk.EchoAsync("hello", TestContext.Current.CancellationToken));
                }
            }

            [Testbed("bench.yaml")]
            internal sealed partial class Bench;
            """);
    }
}
