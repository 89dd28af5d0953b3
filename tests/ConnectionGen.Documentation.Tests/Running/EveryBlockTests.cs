namespace ConnectionGen.Documentation.Tests;

public sealed class EveryBlockTests
{
    /// <summary>C# is run by <see cref="RunningBlockTests"/>, YAML read by <see cref="YamlBlockTests"/>, the screens of docs/tool.md made anew by the command's own tests.</summary>
    [Fact]
    public void Every_block_is_run_or_it_is_said_why_not()
    {
        var others = Pages.All.SelectMany(Pages.BlocksOf).Where(static block => block.Language is not ("csharp" or "yaml") && block is not { Page: "docs/tool.md", Language: "console" });

        var found = others.Select(static block => (block.Page, block.Text.Split('\n')[0])).Order();

        Assert.Equal(NotRun.All.Select(static one => (one.Page, one.FirstLine)).Order(), found);
    }
}
