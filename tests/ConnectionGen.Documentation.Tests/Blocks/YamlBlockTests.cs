using ConnectionGen.Cli;
using ConnectionGen.Simulation;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Documentation.Tests;

public sealed class YamlBlockTests
{
    public static TheoryData<string, int> Testbeds => Of(static block => IsTestbed(block) || Fragment(block) is not null);

    public static TheoryData<string, int> MockData => Of(IsMockData);

    public static TheoryData<string, int> Faults => Of(IsFaults);

    /// <summary>A testbed, or a part of one in the middle of a testbed, with the class for command lines and the pages' own.</summary>
    [Theory]
    [MemberData(nameof(Testbeds))]
    public void Every_block_that_is_a_testbed_is_right(string page, int line)
    {
        var block = Block(page, line);
        var text = Fragment(block) ?? block.Text;

        var problems = TestbedReader.Read(text, page, TestContext.Current.CancellationToken).ProblemsWith(new ConnectionClassSet([ShapeOf<CliConnection>()], ["rest"]), TestContext.Current.CancellationToken);

        Assert.Empty(problems.Where(static problem => problem.Severity != ProblemSeverity.Info).Select(static problem => problem.ToString()));
    }

    [Theory]
    [MemberData(nameof(MockData))]
    public void Every_block_that_is_mock_data_is_right(string page, int line) => Assert.Empty(Simulation.MockData.Parse(Block(page, line).Text).Warnings);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_block_that_is_a_fault_plan_is_right(string page, int line) => Assert.NotNull(FaultPlan.Parse(Block(page, line).Text));

    /// <summary>What none of these tests reads would be missed.</summary>
    [Fact]
    public void Every_block_is_one_of_these() =>
        Assert.Empty(Pages.Blocks("yaml").Where(static block => !IsTestbed(block) && Fragment(block) is null && !IsMockData(block) && !IsFaults(block)).Select(static block => $"{block}"));

    private static TheoryData<string, int> Of(Func<Block, bool> isWanted) => [.. Pages.Blocks("yaml").Where(isWanted).Select(static block => (block.Page, block.Line))];

    private static Block Block(string page, int line) => Pages.BlocksOf(page).Single(block => block.Line == line);

    private static bool IsTestbed(Block block) => block.Text.Split('\n').Any(static line => line is "testbed:" or "devices:");

    private static bool IsMockData(Block block) => block.Text.Contains("\n  prompt:", StringComparison.Ordinal);

    private static bool IsFaults(Block block) => block.Text.StartsWith("seed:", StringComparison.Ordinal);

    /// <summary>The block where its outermost key belongs; null where it is no part of a device.</summary>
    private static string? Fragment(Block block)
    {
        var lines = block.Text.TrimEnd('\n').Split('\n');
        var key = lines[0].TrimStart().Split(':')[0];
        var (place, depth) = key switch { "connections" or "credentials" => ("", 4), "mgmt" => ("    connections:\n", 6), _ => ("", 0) };
        if (depth == 0)
            return null;

        var cut = lines[0].Length - lines[0].TrimStart().Length;
        return $$$$"""
            testbed:
              credentials:
                default: {username: admin, password: "%ENV{LAB_PASSWORD}"}
            devices:
              jump: {os: linux, connections: {shell: {protocol: ssh, ip: 192.0.2.20}}}
              middle: {os: linux, connections: {shell: {protocol: ssh, ip: 192.0.2.21}}}
              r1:
                os: iosxe
            {{{{place}}}}
            """ + string.Concat(lines.Select(line => $"{new string(' ', depth)}{line[cut..]}\n"));
    }

    private static ConnectionClassShape ShapeOf<T>()
        where T : Connection, IConnectionClass<T>
        => T.Info.Shape;
}
