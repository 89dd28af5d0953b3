namespace ConnectionGen.Packaging.Tests;

public sealed class ConsumptionTests(PackageFeed feed)
{
    private const string Lab = """
        devices:
          phoenix:
            os: linux
            type: server
            connections:
              local: { class: EchoConnection, protocol: telnet, ip: 192.0.2.1 }
        """;

    [Fact]
    public async Task A_connection_class_is_used_through_the_package_that_it_came_in()
    {
        var workspace = feed.NewWorkspace("two packages");
        workspace.WriteProject("Echo/Echo.csproj", "Library", $"""<PackageReference Include="ConnectionGen" Version="{feed.Version}" PrivateAssets="none" />""");
        workspace.Write("Echo/EchoConnection.cs", """
            using ConnectionGen;
            namespace Echo;

            [ConnectionClass]
            public partial class EchoConnection(ConnectionContext context, string mark = "?") : Connection(context)
            {
                private readonly string _mark = mark;
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                [Service]
                public virtual Task<string> EchoAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text + _mark);
            }
            """);
        workspace.WriteProject("App/App.csproj", "Exe", """<PackageReference Include="Echo" Version="1.0.0" />""", """<Testbed Include="lab.yaml" />""");
        workspace.Write("App/lab.yaml", Lab);
        workspace.Write("App/Program.cs", """
            using ConnectionGen;
            using Echo;

            await using var lab = Lab.Load();
            await lab.Phoenix.ConnectAsync();
            Console.WriteLine(await lab.Phoenix.EchoAsync("default"));
            await lab.Phoenix.ConnectEchoAsync(alias: "loud", mark: "!");
            Console.WriteLine(lab.Phoenix.loud.Echo("typed"));

            [Testbed("lab.yaml")]
            internal sealed partial class Lab;
            """);

        (await workspace.DotnetAsync("pack", "Echo", "--output", feed.Folder)).Succeeded();
        var run = (await workspace.DotnetAsync("run", "--project", "App")).Succeeded();

        Assert.Equal("default?\ntyped!\n", run.Output);
    }

    [Fact]
    public async Task Two_packages_with_a_class_of_one_name_are_told_apart_before_the_program_runs()
    {
        var workspace = feed.NewWorkspace("one name, two packages");
        foreach (var company in (string[])["North", "South"])
        {
            workspace.WriteProject($"{company}/{company}.csproj", "Library", $"""<PackageReference Include="ConnectionGen" Version="{feed.Version}" PrivateAssets="none" />""");
            workspace.Write($"{company}/EchoConnection.cs", $$"""
                using ConnectionGen;
                namespace {{company}};

                [ConnectionClass]
                public partial class EchoConnection(ConnectionContext context) : Connection(context)
                {
                    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                    [Service]
                    public virtual Task<string> From{{company}}Async(CancellationToken cancellationToken = default) => Task.FromResult("{{company}}");
                }
                """);
            (await workspace.DotnetAsync("pack", company, "--output", feed.Folder)).Succeeded();
        }

        workspace.WriteProject(
            "App/App.csproj", "Exe", """<PackageReference Include="North" Version="1.0.0" />""", """<PackageReference Include="South" Version="1.0.0" />""", """<Testbed Include="lab.yaml" />""");
        workspace.Write("App/lab.yaml", Lab);
        workspace.Write("App/Program.cs", """
            using ConnectionGen;

            await using var lab = Lab.Load();
            await lab.Phoenix.ConnectAsync();
            Console.WriteLine(await lab.Phoenix.FromSouthAsync());

            [Testbed("lab.yaml")]
            internal sealed partial class Lab;
            """);

        var ambiguous = await workspace.DotnetAsync("build", "App");
        workspace.Write("App/lab.yaml", Lab.Replace("class: EchoConnection", "class: South.EchoConnection", StringComparison.Ordinal));
        var run = (await workspace.DotnetAsync("run", "--project", "App")).Succeeded();

        Assert.Equal(1, ambiguous.ExitCode);
        Assert.Contains("both 'North.EchoConnection' and 'South.EchoConnection' by the name 'EchoConnection'", Assert.Single(ambiguous.Reports("CG0008")), StringComparison.Ordinal);
        Assert.Equal("South\n", run.Output);
    }
}
