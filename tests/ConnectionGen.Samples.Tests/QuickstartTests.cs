using System.Text.RegularExpressions;

namespace ConnectionGen.Samples.Tests;

public sealed partial class QuickstartTests
{
    [Fact(Timeout = 120_000)]
    public async Task The_quickstart_prints_what_it_does()
    {
        var expected = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Quickstart.expected.txt"), TestContext.Current.CancellationToken);

        var run = await SampleRun.OfAsync("Quickstart", TestContext.Current.CancellationToken);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.ReplaceLineEndings("\n"), Ports().Replace(run.Output, "<port>"));
    }

    [GeneratedRegex(@"(?<=\bports? |\d and )\d{4,5}\b")]
    private static partial Regex Ports();
}
