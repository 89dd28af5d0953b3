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
}
