using System.Diagnostics;
using System.Xml.Linq;

namespace ConnectionGen.Xunit.Tests;

public sealed class AttachmentTests
{
    [Fact(Timeout = 120_000)]
    public async Task A_test_that_fails_has_its_whole_session_attached()
    {
        var attached = Assert.Single(await AttachmentsAsync(fails: true, TestContext.Current.CancellationToken));

        Assert.Equal("session.log", (string?)attached.Attribute("name"));
        Assert.Matches(@"r1 default < 100 lines\r?\n  1\r?\n", attached.Value);
        Assert.Contains("  50\n", attached.Value.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_passes_has_nothing_attached() => Assert.Empty(await AttachmentsAsync(fails: false, TestContext.Current.CancellationToken));

    private static async Task<XElement[]> AttachmentsAsync(bool fails, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-attached-");
        try
        {
            var start = new ProcessStartInfo(
                Environment.ProcessPath!, ["--filter-class", typeof(AttachedTests).FullName!, "--results-directory", folder.FullName, "--report-xunit-xml", "--report-xunit-xml-filename", "run.xml"])
            {
                RedirectStandardOutput = true,
                Environment = { [AttachedTests.Variable] = fails ? "1" : "0" },
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);

            Assert.True(process.ExitCode == 0 != fails, output);
            var test = Assert.Single(XDocument.Load(Path.Combine(folder.FullName, "run.xml")).Descendants("test"));
            Assert.Equal(fails ? "Fail" : "Pass", (string?)test.Attribute("result"));
            return [.. test.Descendants("attachment")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
