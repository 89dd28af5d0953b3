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
        var attached = Texts(await RunAsync(fails: true, TestContext.Current.CancellationToken))["session.log"];

        Assert.Contains("r1 default < 100 lines\n  1\n", attached, StringComparison.Ordinal);
        Assert.Contains("  50\n", attached, StringComparison.Ordinal);
        Assert.Contains("warning: r1 warns\n", attached, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_test_that_fails_has_a_session_record_for_each_connection()
    {
        var attached = Texts(await RunAsync(fails: true, TestContext.Current.CancellationToken));

        Assert.Equal(["edge_3 default.txt", "r1 again 2.txt", "r1 again.txt", "r1 default.txt", "session.log"], attached.Keys);
        Assert.Equal("# 'again' of 'r1' via 'a'\n1.250 typed \"first\"\n", attached["r1 again.txt"]);
        Assert.StartsWith("# 'default' of 'r1' via 'a'\n1.250 typed \"1\\n2\\n", attached["r1 default.txt"], StringComparison.Ordinal);
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

    private static SortedDictionary<string, string> Texts(XElement test) =>
        new(test.Descendants("attachment").ToDictionary(static one => (string)one.Attribute("name")!, static one => one.Value.Replace("\r\n", "\n", StringComparison.Ordinal)), StringComparer.Ordinal);

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
