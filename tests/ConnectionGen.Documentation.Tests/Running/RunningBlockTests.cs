namespace ConnectionGen.Documentation.Tests;

/// <summary>Every block of C# is run, with simulated devices: programs as they are, whole tests by xunit, classes by a small use of them.</summary>
public sealed class RunningBlockTests
{
    /// <summary>Pages, and what their blocks print among other things.</summary>
    private static readonly Dictionary<string, string[]> s_printed = new(StringComparer.Ordinal)
    {
        ["README.md"] = ["Version 17.3"],
        ["docs/cli.md"] = ["Version 17.3", "19 of 20, ", "2: 192.0.2.1", "back after ", " attempts", "/dev/sda1", "ttyS0 12:00:00"],
        ["docs/connection-class.md"] = ["CONNECT 192.0.2.1:443", "POST /v2/login", "GET /v2/interfaces", "[\"Ethernet1\"]"],
        ["docs/connections.md"] = ["12:00:00", "wrapped 12:00:00"],
        ["docs/from-pyats.md"] = ["Total: 1, Errors: 0, Failed: 0"],
        ["docs/hosting.md"] = ["12:00:00"],
        ["docs/platforms.md"] = ["12:00:00"],
        ["docs/simulation.md"] = [],
        ["docs/start.md"] = ["Version 17.3"],
        ["docs/testbed.md"] = ["10.0.0.0/30", "hub Ethernet1/1", "core: phoenix, hub"],
        ["docs/testing.md"] = ["Total: 2, Errors: 0, Failed: 0", "Total: 1, Errors: 0, Failed: 0", "with a report", "without a report"],
    };

    public static TheoryData<string> WithCode => [.. Pages.Blocks("csharp").Select(static block => block.Page).Distinct(StringComparer.Ordinal)];

    [Theory(Timeout = 240_000)]
    [MemberData(nameof(WithCode))]
    public async Task Every_block_of_a_page_runs(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals and trusted certificates are set up as Unix has them");
        var blocks = Pages.BlocksOf(page).Where(static block => block.Language == "csharp").ToArray();
        Assert.All(blocks, static block => Assert.True(new BlockProgram(block).IsRun, $"{block} only declares types: a use of the last of them goes into Preambles/Uses"));

        var outputs = await Task.WhenAll(blocks.Select(static block => OutputAsync(block, TestContext.Current.CancellationToken)));

        Assert.All(s_printed[page], line => Assert.Contains(line, string.Concat(outputs), StringComparison.Ordinal));
    }

    private static async Task<string> OutputAsync(Block block, CancellationToken cancellationToken)
    {
        await using var run = new BlockRun(block, cancellationToken);
        return await run.OutputAsync();
    }
}
