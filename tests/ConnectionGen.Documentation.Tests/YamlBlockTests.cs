using ConnectionGen.Simulation;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Documentation.Tests;

public sealed class YamlBlockTests
{
    public static TheoryData<string, int> Testbeds => [.. Pages.Blocks("yaml").Where(IsTestbed).Select(static block => (block.Page, block.Line))];

    public static TheoryData<string, int> MockData => [.. Pages.Blocks("yaml").Where(static block => block.Text.Contains("\n  prompt:", StringComparison.Ordinal)).Select(static block => (block.Page, block.Line))];

    [Theory]
    [MemberData(nameof(Testbeds))]
    public void Every_block_that_is_a_testbed_is_right(string page, int line)
    {
        var block = Pages.BlocksOf(page).Single(block => block.Line == line);

        var problems = TestbedReader.Read(block.Text, page, TestContext.Current.CancellationToken).Problems.Where(static problem => problem.Severity != ProblemSeverity.Info);

        Assert.Empty(problems.Select(static problem => problem.ToString()));
    }

    [Theory]
    [MemberData(nameof(MockData))]
    public void Every_block_that_is_mock_data_is_right(string page, int line) => Assert.Empty(Simulation.MockData.Parse(Pages.BlocksOf(page).Single(block => block.Line == line).Text).Warnings);

    private static bool IsTestbed(Block block) => block.Text.Split('\n').Any(static line => line is "testbed:" or "devices:");
}
