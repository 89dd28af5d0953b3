using System.Net;
using System.Net.Sockets;

namespace ConnectionGen.Packaging.Tests;

/// <summary>docs/start.md as a new user without a router goes through it, in an empty folder: the commands, files and the device of the page, and nothing else.</summary>
public sealed class StartPageTests(PackageFeed feed)
{
    private const string Port = "2301";
    private static readonly Guide s_page = new("start.md");

    [Fact]
    public async Task The_page_leads_to_a_program_that_prints_what_a_device_says()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        var workspace = feed.NewWorkspace("start");
        (await workspace.RunAsync("/bin/bash", "-ec", string.Join('\n', s_page.Commands("$ dotnet new console -o firststeps")))).Succeeded();
        // the page's own port may be taken here
        var port = FreePort();
        WriteFiles(workspace, port);

        var run = (await workspace.RunAsync("/bin/bash", "-ec", Script(port))).Succeeded();

        Assert.Contains($"\nvty: telnet 127.0.0.1 {port}\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nVersion 17.3\n", run.Output, StringComparison.Ordinal);
    }

    private static void WriteFiles(Workspace workspace, string port)
    {
        var lab = s_page.Block("yaml", "# lab.yaml");
        var path = s_page.Block("yaml", $"      mgmt: {{protocol: telnet, ip: 127.0.0.1, port: {Port}}}").Replace(Port, port, StringComparison.Ordinal);
        var other = lab.Split('\n').Single(static line => line.StartsWith("      mgmt: ", StringComparison.Ordinal));
        workspace.Write("firststeps/lab.yaml", lab.Replace($"{other}\n", path, StringComparison.Ordinal));
        workspace.Write("firststeps/phoenix.yaml", s_page.Block("yaml", "    show version: Version 17.3"));
        workspace.Write("firststeps/Program.cs", s_page.Block("csharp", "using ConnectionGen;"));
        var project = Path.Combine(workspace.Folder, "firststeps", "firststeps.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", $"{s_page.Block("xml", "<ItemGroup>")}</Project>", StringComparison.Ordinal));
    }

    // the command goes into the test's folder instead of the user's home, and the device behind the program that asks it
    private static string Script(string port)
    {
        var commands = s_page.Commands($"$ connectiongen simulate phoenix.yaml --hostname phoenix --port {Port}");
        Assert.Equal(2, commands.Length);
        return $"""
            cd firststeps
            {commands[0].Replace("--global", "--tool-path ../tools", StringComparison.Ordinal)}
            export PATH="$PWD/../tools:$PATH"
            {commands[1].Replace(Port, port, StringComparison.Ordinal)} > played.txt 2>&1 &
            trap "kill $!" EXIT
            for wait in $(seq 600); do grep -q vty played.txt && break; sleep 0.1; done
            cat played.txt
            LAB_PASSWORD=secret dotnet run
            """;
    }

    private static string FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return $"{((IPEndPoint)socket.LocalEndpoint).Port}";
    }
}
