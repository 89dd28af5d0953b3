using System.Text.RegularExpressions;

namespace ConnectionGen.Tool.Tests;

/// <summary>The command itself on a terminal, most often of 40 columns, which <c>script</c> of util-linux makes.</summary>
public sealed partial class TerminalTests
{
    private const string Script = "/usr/bin/script";
    private const int Columns = 40;

    [Fact]
    public async Task A_table_that_does_not_fit_is_paragraphs()
    {
        await using var lab = await LabFolder.StartAsync();

        var lines = await LinesAsync($"show '{lab.Testbed}'");

        Assert.Contains("r1", lines);
        Assert.Contains("  protocol: telnet", lines);
        Assert.DoesNotContain(lines, static line => line.Contains("PROTOCOL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_folded() => Assert.All(await LinesAsync("run --help"), static line => Assert.InRange(line.Length, 0, Columns));

    [Fact]
    public async Task A_live_line_never_reaches_the_last_column()
    {
        await using var lab = await LabFolder.StartAsync(30);

        var lines = await LinesAsync($"run 'show clock' -t '{lab.Testbed}' --at-once 3");

        var live = lines.SelectMany(static line => line.Split('\r')).Where(static line => line.Contains(" of 30 done", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(live);
        Assert.All(live, static line => Assert.InRange(line.Length, 1, Columns - 1));
        Assert.Contains("30 devices answered", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("TERM=dumb", false)]
    public async Task A_live_line_is_for_terminals_that_can_erase_it(string environment, bool isThere)
    {
        await using var lab = await LabFolder.StartAsync();

        var text = await TextAsync("true", environment, $"connect -t '{lab.Testbed}'");

        Assert.Contains("2 devices answered", text, StringComparison.Ordinal);
        Assert.Equal(isThere, text.Contains("waiting for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "2> /dev/null", true)]
    [InlineData("NO_COLOR=1", "2> /dev/null", false)]
    [InlineData("TERM=dumb", "2> /dev/null", false)]
    [InlineData("", "2>&1 > /dev/null", true)]
    [InlineData("", "> /dev/null 2> errors.txt; cat errors.txt", false)]
    public async Task Colours_are_for_terminals_that_want_them(string environment, string redirection, bool areThere)
    {
        await using var lab = await LabFolder.StartAsync(2, silent: "r1");

        var text = await TextAsync($"cd '{lab.Path}'", environment, $"connect -t '{lab.Testbed}' {redirection}");

        Assert.Contains("nobody listens at that port", text, StringComparison.Ordinal);
        Assert.Equal(areThere, text.Contains("\e[31m", StringComparison.Ordinal));
    }

    private static async Task<string[]> LinesAsync(string arguments) =>
        [.. Sequence().Replace(await TextAsync($"stty cols {Columns}", "", arguments), "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What a terminal shows.</summary>
    private static async Task<string> TextAsync(string before, string environment, string arguments)
    {
        const string End = "over\r\n";
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), "there is no script (util-linux) on this machine");
        await using var terminal = RunningProcess.Start(Script, "--quiet", "--return", "--flush", "--command", $"{before}; TERM=xterm {environment} '{ToolCommand.Host}' '{ToolCommand.Assembly}' {arguments}; echo over", "/dev/null");
        return (await terminal.ReadToAsync(End))[..^End.Length];
    }

    [GeneratedRegex(@"\e(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex Sequence();
}
