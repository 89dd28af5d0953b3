using System.Diagnostics;
using System.Xml.Linq;

namespace ConnectionGen.Xunit.Tests;

/// <summary>What a run leaves behind: this program runs <see cref="AttachedTests"/> in a process of its own, and looks.</summary>
public sealed class AttachmentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-attached-");

    private string Report => Path.Combine(_folder.FullName, "made", "report.html");

    [Fact(Timeout = 120_000)]
    public async Task A_test_that_fails_has_its_whole_session_attached()
    {
        var attached = Assert.Single((await RunAsync(fails: true, TestContext.Current.CancellationToken)).Descendants("attachment"));

        Assert.Equal("session.log", (string?)attached.Attribute("name"));
        Assert.Matches(@"r1 default < 100 lines\r?\n  1\r?\n", attached.Value);
        Assert.Contains("  50\n", attached.Value.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_passes_has_nothing_attached() => Assert.Empty((await RunAsync(fails: false, TestContext.Current.CancellationToken)).Descendants("attachment"));

    [Fact(Timeout = 120_000)]
    public async Task A_report_has_the_test_with_its_calls_and_is_named_where_it_fails()
    {
        var test = await RunAsync(fails: true, TestContext.Current.CancellationToken);

        var page = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.Contains("<h1>echoes: 1 failed</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"</b> {typeof(AttachedTests).FullName}.{nameof(AttachedTests.A_hundred_lines_come)} ", page, StringComparison.Ordinal);
        Assert.Contains("\n50\n", page, StringComparison.Ordinal);
        Assert.Contains("Assert.Equal() Failure", page, StringComparison.Ordinal);
        Assert.Contains($"Report: {new Uri(Report)}", test.Descendants("output").Single().Value, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<XElement> RunAsync(bool fails, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["--filter-class", typeof(AttachedTests).FullName!, "--results-directory", _folder.FullName, "--report-xunit-xml", "--report-xunit-xml-filename", "run.xml"])
        {
            RedirectStandardOutput = true,
            Environment = { [AttachedTests.Variable] = fails ? "1" : "0", [EchoLab.ReportVariable] = Report },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        Assert.True(process.ExitCode == 0 != fails, output);
        var test = Assert.Single(XDocument.Load(Path.Combine(_folder.FullName, "run.xml")).Descendants("test"));
        Assert.Equal(fails ? "Fail" : "Pass", (string?)test.Attribute("result"));
        return test;
    }
}
