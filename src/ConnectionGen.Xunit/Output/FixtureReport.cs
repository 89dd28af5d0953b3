using ConnectionGen.Reports;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>The report of a fixture: its calls, the tests that made them, and the file that it becomes.</summary>
internal sealed class FixtureReport
{
    public FixtureReport(string file)
    {
        File = Path.GetFullPath(file);
        Calls = new RunReport(CurrentTest);
    }

    public string File { get; }

    public RunReport Calls { get; }

    public async Task WriteAsync(Testbed testbed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, Calls.ToHtml(testbed)).ConfigureAwait(false);
        TestContext.Current.SendDiagnosticMessage("Report: " + new Uri(File));
    }

    // a call is the first that a test's session hears of the report
    private string? CurrentTest()
    {
        if (TestSession.Current is { } session)
            session.Report = this;

        return TestContext.Current.Test?.TestDisplayName;
    }
}
