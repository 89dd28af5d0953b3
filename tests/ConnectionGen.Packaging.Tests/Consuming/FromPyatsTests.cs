using System.Text.RegularExpressions;
using ConnectionGen.Simulation;

namespace ConnectionGen.Packaging.Tests;

/// <summary>docs/from-pyats.md as a new user goes through it: the commands, the testbed and the test of the page, and nothing else.</summary>
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

    private static readonly Guide s_page = new("from-pyats.md");

    [Fact]
    public async Task The_page_leads_from_a_testbed_to_a_test_that_passes()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        var workspace = feed.NewWorkspace("pyats");
        (await workspace.RunAsync("/bin/bash", "-ec", string.Join('\n', s_page.Commands("$ dotnet new console -o labtests")))).Succeeded();
        var folder = Path.Combine(workspace.Folder, "labtests");
        var project = Path.Combine(folder, "labtests.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", $"{Item().Match(s_page.Text).Value}</Project>", StringComparison.Ordinal));
        workspace.Write("labtests/testbed.yaml", s_page.Block("yaml", "# testbed.yaml"));
        workspace.Write("labtests/PhoenixTests.cs", s_page.Block("csharp", "// PhoenixTests.cs"));

        // nobody is at the addresses of the page, so that those of simulated devices take their place
        await using var simulated = await SimulatedLab.StartAsync(
            Path.Combine(folder, "testbed.yaml"), static device => new(MockData.Parse(Router), new() { HostName = device.Name }), TestContext.Current.CancellationToken);
        File.Copy(simulated.TestbedFile, Path.Combine(folder, "testbed.yaml"), overwrite: true);
        var run = (await workspace.RunAsync("/bin/bash", "-ec", "cd labtests; LAB_PASSWORD=swordfish dotnet run")).Succeeded();

        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", run.Output, StringComparison.Ordinal);
        // it ran to its last line but one
        Assert.Equal(1, simulated.Devices["phoenix"].CommandCounts["hostname phoenix"]);
    }

    [GeneratedRegex("<ItemGroup><Testbed [^>]*></ItemGroup>")]
    private static partial Regex Item();
}
