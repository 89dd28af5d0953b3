namespace ConnectionGen.Tool.Tests;

public sealed class ToolPageTests
{
    private const string Refresh = "CONNECTIONGEN_REFRESH_DOCS";

    /// <summary>docs/tool.md shows what the command prints: each line after a <c>$</c> is run, in order, in one folder with the two routers.</summary>
    [Fact(Timeout = 300_000)]
    public async Task The_page_of_the_command_shows_what_it_prints()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        await using var lab = await LabFolder.StartAsync(3, silent: "r3");
        await lab.WriteAsync("own.yaml", """
            devices:
              r1:
                connections:
                  api: {class: Restconf, ip: 192.0.2.1}
                  web: {class: Restcnf, ip: 192.0.2.1}

            """);
        await lab.WriteAsync("lab.yaml", """
            devices:
              r1:
                os: ios
                connections:
                  defaults: {via: mgnt}
                  mgmt: {protocol: telnet, ip: 192.0.2.1}
                credentials:
                  default: {username: admin, password: "%ENV{LAB_PASSWORD}"}

            """);
        await lab.WriteAsync("site.yaml", """
            testbed: {name: site}
            devices:
              edge:
                os: iosxe
                type: router
                connections:
                  defaults: {via: mgmt}
                  mgmt: {protocol: ssh, ip: "%ENV{EDGE_ADDRESS}"}
                  console: {protocol: telnet, ip: 192.0.2.1, port: 2001}
              core:
                os: junos
                type: router
                connections:
                  mgmt: {protocol: ssh, ip: 192.0.2.12, proxy: jump}
              jump:
                os: linux
                type: server
                connections:
                  shell: {protocol: ssh, ip: 192.0.2.20}
            topology:
              edge:
                interfaces:
                  Gi0/1: {ipv4: 10.12.0.1/30, link: uplink, type: ethernet}
              core:
                interfaces:
                  ge-0/0/0: {ipv4: 10.12.0.2/30, link: uplink, type: ethernet}

            """);
        await lab.WriteAsync("session.txt", """
            0.000 sent "r1 login: "
            1.000 typed "admin\r"
            1.010 sent "admin\r\nPassword: "
            2.000 typed "swordfish\r"
            2.010 sent "\r\nr1#"
            3.000 typed "show clock\r"
            3.010 sent "show clock\r\n12:00\r\nr1#"

            """);
        var file = Path.Combine(GuidePage.Root, "docs", "tool.md");
        var found = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        var made = await new ToolPage(lab).RunAsync(found);

        if (Environment.GetEnvironmentVariable(Refresh) == "1")
            await File.WriteAllTextAsync(file, found = made, TestContext.Current.CancellationToken);

        Assert.True(made == found, $"docs/tool.md differs from what the command prints. Run this test with {Refresh}=1 to write it.\n{made}");
    }
}
