namespace ConnectionGen.Packaging.Tests;

public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_command_is_installed_as_a_dotnet_tool_and_checks_a_file()
    {
        var workspace = feed.NewWorkspace("tool");
        workspace.Write("lab.yaml", "devices:\n  r1:\n    conections: {}\n");

        (await workspace.DotnetAsync("tool", "install", "ConnectionGen.Tool", "--version", feed.Version, "--tool-path", "tools")).Succeeded();
        var run = await workspace.RunAsync(Path.Combine(workspace.Folder, "tools", "connectiongen"), "validate", "--strict", "lab.yaml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("lab.yaml(3,5): warning CG2003: 'conections' is no key of a device; did you mean 'connections'?", run.Output, StringComparison.Ordinal);
    }
}
