using System.Text.RegularExpressions;
using ConnectionGen.Simulation;

namespace ConnectionGen.Packaging.Tests;

/// <summary>docs/from-pyats.md as a new user goes through it: the testbed, the project and the test of the page, and nothing else.</summary>
public sealed partial class FromPyatsTests(PackageFeed feed)
{
    private const string Router = """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "swordfish": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show version": "Cisco IOS XE Software, Version 17.3.4"
            "configure terminal": {new_state: config}
        config:
          prompt: "%N(config)#"
          commands:
            "hostname phoenix": ""
            "end": {new_state: enable}
        """;

    [Fact]
    public async Task The_page_leads_from_a_testbed_to_a_test_that_passes()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "docs", "from-pyats.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var workspace = feed.NewWorkspace("labtests");
        workspace.WriteProject(
            "labtests.csproj", "Exe", $"""<PackageReference Include="ConnectionGen.Cli" Version="{feed.Version}" />""", """<PackageReference Include="xunit.v3.mtp-v2" Version="4.0.2" />""", """<Using Include="Xunit" />""",
            Item().Match(page).Value);
        workspace.Write("testbed.yaml", Block(page, "yaml"));
        workspace.Write("PhoenixTests.cs", Block(page, "csharp"));

        // the test platform's analyzers want a token in every call; the page is about devices
        (await workspace.DotnetAsync("build", "-p:NoWarn=NU1603%3BxUnit1051")).Succeeded();
        await using var simulated = await SimulatedLab.StartAsync(
            Path.Combine(workspace.Folder, "testbed.yaml"), static device => new(MockData.Parse(Router), new() { HostName = device.Name }), TestContext.Current.CancellationToken);
        var output = Path.Combine(workspace.Folder, "bin", "Debug", "net10.0");
        File.Copy(simulated.TestbedFile, Path.Combine(output, "testbed.yaml"), overwrite: true);
        (await ProgramRun.OfAsync("dotnet", workspace.Folder, new Dictionary<string, string> { ["LAB_PASSWORD"] = "swordfish" }, Path.Combine(output, "labtests.dll"))).Succeeded();

        // it ran to its last line but one
        Assert.Equal(1, simulated.Devices["phoenix"].CommandCounts["hostname phoenix"]);
    }

    private static string Block(string page, string language)
    {
        var start = page.IndexOf($"\n```{language}\n", StringComparison.Ordinal) + language.Length + 5;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("(?<=<ItemGroup>)<Testbed [^>]*>")]
    private static partial Regex Item();
}
