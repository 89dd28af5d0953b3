using Microsoft.CodeAnalysis;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

/// <summary>An edit of a testbed file alone writes again just what depends on what was edited.</summary>
public sealed class YamlEditTests
{
    private const string Lab = """
        testbed: { credentials: { default: { username: admin, password: hunter2 } } }
        devices:
          phoenix:
            os: nxos
            connections:
              defaults: { class: EchoConnection, via: mgmt, alias: main, width: 80 }
              mgmt: { protocol: ssh, ip: 192.0.2.1, port: 22 }
              console: { command: telnet 192.0.2.9 2001 }
        topology: { phoenix: { interfaces: { eth0: { type: ethernet, link: core, ipv4: 10.0.0.1/24 } } } }

        """;

    private static readonly string[] s_reading = [StepNames.TestbedItems, StepNames.TestbedReadings];

    private static readonly string[] s_ofTheTestbed = [.. s_reading, StepNames.TestbedFiles, StepNames.Testbeds];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2")]
    [InlineData("port: 22", "port: 830")]
    [InlineData("port: 22", "port: many")]
    [InlineData("hunter2", "hunter3")]
    [InlineData("via: mgmt", "via: console")]
    [InlineData("via: mgmt", "via: nowhere")]
    [InlineData("width: 80", "width: 132")]
    [InlineData("10.0.0.1/24", "10.0.0.2/24")]
    [InlineData("    os: nxos", "    # moved\n    os: nxos")]
    [InlineData("    os: nxos", "    os: nxos\n    custom: { key: value }")]
    public void What_no_code_is_made_of_is_read_and_nothing_more(string before, string after) => Edited(before, after, s_reading);

    [Theory]
    [InlineData("      console:", "      netconf: { command: x }\n      console:")]
    [InlineData("command: telnet", "class: OtherConnection, command: telnet")]
    [InlineData("os: nxos", "os: iosxe")]
    [InlineData("devices:", "devices:\n  ironman: { os: linux, connections: { mgmt: { command: x } } }")]
    [InlineData("eth0", "eth1")]
    [InlineData("link: core", "link: edge")]
    public void A_new_name_writes_the_testbed_alone(string before, string after) => Edited(before, after, s_ofTheTestbed, "Lab-Testbed.g.cs");

    [Theory]
    [InlineData("alias: main", "alias: other")]
    [InlineData("devices:", "devices:\n  ironman: { os: linux, connections: { defaults: { alias: second }, mgmt: { command: x } } }")]
    public void A_default_alias_writes_the_testbed_and_the_aliases(string before, string after) =>
        Edited(before, after, [StepNames.FileAliases, StepNames.Aliases, .. s_ofTheTestbed], "ConnectionGen-Aliases.g.cs", "Lab-Testbed.g.cs");

    [Fact]
    public void A_default_alias_that_the_code_connects_anyway_writes_no_alias() =>
        Edited("alias: main", "alias: vty_1", [StepNames.FileAliases, .. s_ofTheTestbed], "Lab-Testbed.g.cs");

    private static void Edited(string before, string after, string[] busy, params string[] written)
    {
        var project = Project.Of(
            Echo,
            "[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;",
            "[ConnectionGen.Testbed(\"bench.yaml\")] public partial class Bench;",
            "public static class Use { public static object Of(ConnectionGen.Device device) => device.Connect(\"vty_1\"); }")
            .With($"{Project.Directory}/lab.yaml", Lab).With($"{Project.Directory}/bench.yaml", Lab);
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, Token);
        var first = new Generated(compilation, driver);
        Assert.Contains(before, Lab, StringComparison.Ordinal);

        var edited = new YamlFile($"{Project.Directory}/lab.yaml", Lab.Replace(before, after, StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(project.Files[0], edited).RunGenerators(compilation, Token);
        var second = new Generated(compilation, driver);

        Assert.Equal(busy.Order(StringComparer.Ordinal), Steps.Busy(driver).Order(StringComparer.Ordinal));
        Assert.Equal(written.Length, Steps.Outputs(driver));
        Assert.Equal(written, second.Files.Where(file => first[file] != second[file]).Order(StringComparer.Ordinal));
        Assert.Equal(first.Files, second.Files);
    }
}
