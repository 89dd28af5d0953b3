namespace ConnectionGen.Documentation.Tests;

/// <summary>A block that the tests of blocks do not run, and why.</summary>
/// <param name="Page">The page.</param>
/// <param name="FirstLine">The block's first line.</param>
/// <param name="Why">What is in the way, or which other test does it.</param>
internal sealed record NotRun(string Page, string FirstLine, string Why)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<NotRun> All { get; } =
    [
        new("README.md", "dotnet run --project samples/Quickstart", "QuickstartTests (Samples.Tests) runs it and compares all that it prints"),
        new("README.md", "Program.cs(8,53): error CG1001: There is no path 'mgnt' on device 'phoenix' (did you mean 'mgmt'?); it has console, mgmt, see lab.yaml(10,5) (docs/diagnostics/CG1001.md)", "ReadmeTests (Packaging.Tests) builds the program with that mistake and compares the answer"),
        new("README.md", "dotnet test", "it is what runs this test"),
        new("docs/start.md", "$ dotnet new console -o firststeps", "StartPageTests (Packaging.Tests) goes through the page with the packages"),
        new("docs/start.md", "<ItemGroup>", "StartPageTests (Packaging.Tests) puts it into the project"),
        new("docs/start.md", "$ LAB_PASSWORD=… dotnet run", "StartPageTests (Packaging.Tests) runs it against a simulated device"),
        new("docs/start.md", "$ dotnet tool install --global ConnectionGen.Tool", "StartPageTests (Packaging.Tests) installs the command and plays the page's device with it"),
        new("docs/from-pyats.md", "$ dotnet new console -o labtests", "FromPyatsTests (Packaging.Tests) goes through the page with the packages"),
        new("docs/from-pyats.md", "from pyats.topology import loader", "pyATS's side of the comparison; it needs Python and pyATS"),
        new("docs/native.md", "<PropertyGroup>", "NativeToolTests (Packaging.Tests) publishes a project with it"),
        new("docs/native.md", "$ dotnet publish -r linux-x64", "NativeToolTests (Packaging.Tests) does it, and looks at the file and its warnings"),
        new("docs/simulation.md", "$ connectiongen simulate mock/ios --state login --hostname r1", "GuideCommandTests (Tool.Tests) runs it and compares what it prints but for the port"),
        new("docs/simulation.md", "ListenAddress 127.0.0.1:2222", "a configuration of sshd with paths of its own; SshTests (Tool.Tests) runs one with the same keys"),
        new("docs/testbed.md", "cp ~/.nuget/packages/connectiongen/0.1.0/schema/testbed.schema.json .", "a path of a user's package cache; LayoutTests (Packaging.Tests) finds the file in the package"),
        new("docs/testbed.md", "{ \"yaml.schemas\": { \"./testbed.schema.json\": [\"*testbed*.yaml\", \"lab.yaml\"] } }", "a setting of an editor, which reads it"),
        new("docs/testing.md", "$ connectiongen run --record records \"show version\" \"show ip route\"", "GuideCommandTests (Tool.Tests) runs both commands and plays what comes of them"),
    ];
}
