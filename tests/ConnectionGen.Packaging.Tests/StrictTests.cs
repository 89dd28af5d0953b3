namespace ConnectionGen.Packaging.Tests;

/// <summary>A user with every analyzer on and warnings as errors hears nothing of generated code, nor of the own code because of it.</summary>
public sealed class StrictTests(PackageFeed feed)
{
    private string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>disable</ImplicitUsings>
            <RootNamespace>An.Unusual.Root</RootNamespace>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest</AnalysisLevel>
            <AnalysisMode>All</AnalysisMode>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <NuGetAudit>false</NuGetAudit>
            <!-- NU1603: a feed may hold only a newer patch of a package that one of ours asks for; SA1633: no file headers here -->
            <NoWarn>$(NoWarn);NU1603;SA1633</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ConnectionGen" Version="{feed.Version}" />
            <PackageReference Include="Meziantou.Analyzer" Version="3.0.321" PrivateAssets="all" />
            <PackageReference Include="StyleCop.Analyzers" Version="1.2.0-beta.556" PrivateAssets="all" />
            <Testbed Include="lab.yaml" />
          </ItemGroup>
        </Project>
        """;

    private const string Connection = """
        namespace Strict;

        using System.Threading;
        using System.Threading.Tasks;
        using ConnectionGen;

        /// <summary>Answers what it is asked.</summary>
        /// <param name="context">What the library gives.</param>
        /// <param name="mark">What stands behind each answer.</param>
        [ConnectionClass]
        internal partial class EchoConnection(ConnectionContext context, string mark = "?")
            : Connection(context)
        {
            /// <summary>Answers.</summary>
            /// <param name="text">What is said.</param>
            /// <param name="cancellationToken">Stops the call.</param>
            /// <returns>The answer.</returns>
            [Service]
            public virtual Task<string> EchoAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text + mark);

            /// <inheritdoc/>
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            /// <inheritdoc/>
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }

        """;

    private const string Lab = """
        namespace Strict;

        using ConnectionGen;

        /// <summary>The lab.</summary>
        [Testbed("lab.yaml")]
        internal sealed partial class Lab
        {
        }

        """;

    private const string Program = """
        namespace Strict;

        using System;
        using System.Threading.Tasks;

        /// <summary>The program.</summary>
        internal static class Program
        {
            private static async Task Main()
            {
                var lab = await Lab.LoadAsync().ConfigureAwait(false);
                await using (lab.ConfigureAwait(false))
                {
                    await lab.Phoenix.ConnectAsync(via: Lab.PhoenixDevice.Via.Local).ConfigureAwait(false);
                    await lab.Phoenix.ConnectEchoAsync(alias: "loud", mark: "!").ConfigureAwait(false);
                    await Console.Out.WriteLineAsync(await lab.Phoenix.EchoAsync("default").ConfigureAwait(false)).ConfigureAwait(false);
                    await Console.Out.WriteLineAsync(await lab.Phoenix.loud.EchoAsync("typed").ConfigureAwait(false)).ConfigureAwait(false);
                }
            }
        }

        """;

    [Fact]
    public async Task The_strictest_settings_find_nothing()
    {
        var workspace = feed.NewWorkspace("strict");
        workspace.Write("Strict.csproj", Project);
        workspace.Write("lab.yaml", """
            devices:
              phoenix:
                os: linux
                type: server
                connections:
                  local: { class: EchoConnection, protocol: telnet, ip: 192.0.2.1 }
            """);
        workspace.Write("AssemblyInfo.cs", "using System;\n\n[assembly: CLSCompliant(false)]\n");
        workspace.Write("EchoConnection.cs", Connection);
        workspace.Write("Lab.cs", Lab);
        workspace.Write("Program.cs", Program);

        // an analyzer that fails is a warning, too, and so an error here
        (await workspace.DotnetAsync("build")).Succeeded();
        var run = (await workspace.DotnetAsync("run", "--no-build")).Succeeded();

        Assert.Equal("default?\ntyped!\n", run.Output);
    }

    [Fact]
    public async Task The_strictest_settings_still_find_what_is_the_user_s()
    {
        var workspace = feed.NewWorkspace("strict and wrong");
        workspace.Write("Strict.csproj", Project.Replace("<OutputType>Exe</OutputType>", "", StringComparison.Ordinal).Replace("""<Testbed Include="lab.yaml" />""", "", StringComparison.Ordinal));
        workspace.Write("AssemblyInfo.cs", "using System;\n\n[assembly: CLSCompliant(false)]\n");
        workspace.Write("EchoConnection.cs", Connection);
        workspace.Write("Unused.cs", "namespace Strict;\n\n/// <summary>Never made.</summary>\ninternal class Unused\n{\n}\n");

        var build = await workspace.DotnetAsync("build");

        Assert.Equal(1, build.ExitCode);
        Assert.All(build.Output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)), static line => Assert.Contains("Unused.cs", line, StringComparison.Ordinal));
    }
}
