namespace ConnectionGen.Tool.Tests;

public sealed class WrongArgumentsTests
{
    [Theory]
    [InlineData("rum", "'rum' is no command of connectiongen; did you mean 'run'?")]
    [InlineData("run --devise r1 x", "'--devise' is no option of connectiongen run; did you mean '--device'?")]
    [InlineData("validate --strct lab.yaml", "'--strct' is no option of connectiongen validate; did you mean '--strict'?")]
    [InlineData("run", "Required argument 'COMMAND'")]
    [InlineData("show a.yaml b.yaml", "'b.yaml' is one argument too many of connectiongen show")]
    [InlineData("show lab.yaml --format png", "'png' not recognized")]
    [InlineData("run x --at-once 0", "--at-once takes a number from 1")]
    [InlineData("run x --at-once many", "Cannot parse argument 'many'")]
    [InlineData("run x --limit -1", "--limit takes seconds")]
    [InlineData("completion fish", "'fish' not recognized")]
    [InlineData("", "Required command was not provided.")]
    public async Task Wrong_arguments_are_told_in_two_lines_and_end_with_2(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("connectiongen: error: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\nSee connectiongen( \w+)? --help\n$", run.Errors);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("show")]
    [InlineData("run x -t")]
    [InlineData("connect -t")]
    [InlineData("record")]
    public async Task A_file_that_is_not_there_is_named(string command)
    {
        var run = await ToolRun.OfAsync([.. command.Split(' '), "none.yaml"]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches("^connectiongen: error: .*'none.yaml'", run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("show")]
    [InlineData("run x -t")]
    [InlineData("record")]
    public async Task A_file_that_cannot_be_read_is_named_with_the_reason(string command)
    {
        var folder = Path.GetTempPath();

        var run = await ToolRun.OfAsync([.. command.Split(' '), folder]);

        Assert.Equal(2, run.Code);
        Assert.Contains($"'{folder}' cannot be read: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var run = await ToolRun.OfAsync("run", "--help");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains("--log-folder", run.Output, StringComparison.Ordinal);
    }
}
