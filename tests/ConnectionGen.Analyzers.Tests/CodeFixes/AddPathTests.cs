using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ViaAnalyzer, ConnectionGen.CodeFixes.AddPathFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class AddPathTests
{
    [Theory]
    [InlineData( // after the last path, with its protocol, whatever follows
        "devices:\n  a:\n    connections:\n      console:\n        protocol: telnet\n        ip: 192.0.2.1\n\n  b:\n    os: ios\n",
        "devices:\n  a:\n    connections:\n      console:\n        protocol: telnet\n        ip: 192.0.2.1\n      mgmt:\n        protocol: telnet\n        ip: TODO\n\n  b:\n    os: ios\n")]
    [InlineData( // another step, comments, no line end at the end
        "devices:\n    a:\n        connections:\n            console: # the port\n                # why\n                ip: 192.0.2.1",
        "devices:\n    a:\n        connections:\n            console: # the port\n                # why\n                ip: 192.0.2.1\n            mgmt:\n                ip: TODO")]
    [InlineData( // another key follows
        "devices:\n  a:\n    connections:\n      console:\n        ip: 192.0.2.1\n    os: ios\n",
        "devices:\n  a:\n    connections:\n      console:\n        ip: 192.0.2.1\n      mgmt:\n        ip: TODO\n    os: ios\n")]
    [InlineData( // in flow style
        "devices:\n  a: { os: ios, connections: { console: { protocol: ssh, ip: 192.0.2.1 } } }\n",
        "devices:\n  a: { os: ios, connections: { console: { protocol: ssh, ip: 192.0.2.1 }, mgmt: { protocol: ssh, ip: TODO } } }\n")]
    [InlineData( // a path in flow style in a block
        "devices:\n  a:\n    connections:\n      console: { ip: 192.0.2.1 }\n",
        "devices:\n  a:\n    connections:\n      console: { ip: 192.0.2.1 }\n      mgmt:\n        ip: TODO\n")]
    [InlineData( // no connections yet
        "devices:\n  a:\n    os: ios\n    type: router\n\n# the end\n",
        "devices:\n  a:\n    os: ios\n    type: router\n    connections:\n      mgmt:\n        ip: TODO\n\n# the end\n")]
    [InlineData( // line ends of Windows
        "devices:\r\n  a:\r\n    connections:\r\n      console:\r\n        ip: 192.0.2.1\r\n",
        "devices:\r\n  a:\r\n    connections:\r\n      console:\r\n        ip: 192.0.2.1\r\n      mgmt:\r\n        ip: TODO\r\n")]
    public Task The_path_is_written_in_the_file_s_style(string before, string after) => Added("Run(lab.A, {|CG1001:\"mgmt\"|});", "Run(lab.A, \"mgmt\");", before, after).PassAsync();

    [Fact]
    public Task Each_missing_path_is_added_once() =>
        Added(
            "Run(lab.A, {|CG1001:\"mgmt\"|}); Run(lab.A, {|CG1001:\"mgmt\"|}); Run(lab.B, {|CG1001:\"oob\"|});",
            "Run(lab.A, \"mgmt\"); Run(lab.A, \"mgmt\"); Run(lab.B, \"oob\");",
            "devices:\n  a:\n    connections:\n      console:\n        ip: 192.0.2.1\n  b:\n    connections:\n      console:\n        ip: 192.0.2.2\n",
            "devices:\n  a:\n    connections:\n      console:\n        ip: 192.0.2.1\n      mgmt:\n        ip: TODO\n  b:\n    connections:\n      console:\n        ip: 192.0.2.2\n      oob:\n        ip: TODO\n")
        .PassAsync();

    [Theory]
    [InlineData("devices:\n  a:\n    connections: {}\n")]
    [InlineData("devices:\n  a:\n")]
    public Task What_is_in_doubt_is_not_offered(string yaml)
    {
        var test = new Test(Code("Run(lab.A, {|CG1001:\"mgmt\"|});"), Code("Run(lab.A, {|CG1001:\"mgmt\"|});")).WithItem("own.yaml", yaml);
        return test.PassAsync();
    }

    [Fact]
    public Task Of_a_device_that_is_not_known_nothing_is_added() =>
        new Test(Code("Run(any, {|CG1001:\"mgmt\"|});"), Code("Run(any, {|CG1001:\"mgmt\"|});")).WithItem("own.yaml", "devices:\n  a:\n    connections:\n      console:\n        ip: 192.0.2.1\n").PassAsync();

    private static Test Added(string before, string after, string yaml, string fixedYaml)
    {
        var test = new Test(Code(before), Code(after)) { CodeActionEquivalenceKey = "CG1001:add" }.WithItem("own.yaml", yaml);
        test.FixedState.AdditionalFiles.Add(("/0/own.yaml", fixedYaml));
        return test;
    }

    private static string Code(string body) =>
        $"[Testbed(\"own.yaml\")] public partial class Lab; class Steps {{ void Run(Device on, [ViaPath] string via) => on.Connect(via: via); void Go(Lab lab, Device any) {{ {body} }} }}";
}
