using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConnectionGen.Reports.Tests;

/// <summary>The page that samples/NetworkTests writes: of the lab's routers where the lab is up, else of the simulated pair.</summary>
public sealed class SampleReportTests
{
    // of its tests those that change nothing on the routers, since others look at them meanwhile
    [Fact(Timeout = 120_000)]
    public async Task A_browser_shows_what_the_sample_has_tested()
    {
        Browser.OrSkip();
        var folder = Directory.CreateTempSubdirectory("connectiongen-sample-");
        try
        {
            CopySample(folder.FullName);
            await RunAsync(folder.FullName, "NetworkTests", "--filter-class", "NetworkTests.InterfaceTests");

            var shown = await Browser.ShownAsync(Path.Combine(folder.FullName, "TestResults", "report.html"), TestContext.Current.CancellationToken);

            Assert.Contains("<h1>two-routers: 3 passed", shown, StringComparison.Ordinal);
            Assert.Matches(@"<tr><td>r1</td><td>lookers[^<]*</td><td>ssh</td><td>CliConnection</td>", shown);
            Assert.Contains("inet 10.12.0.2/30", shown, StringComparison.Ordinal);
            Assert.Contains("show bogus", shown, StringComparison.Ordinal);
            Assert.Equal(2, Regex.Count(shown, "<text[^>]*>r[12]</text>"));
            Assert.DoesNotMatch("lab-pass|en-pass", shown);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // its own folder has the page of the run that decides
    private static void CopySample(string to)
    {
        var from = new DirectoryInfo(AppContext.BaseDirectory.Replace(Path.Combine("tests", "ConnectionGen.Reports.Tests"), Path.Combine("samples", "NetworkTests"), StringComparison.Ordinal));
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Directory!.Name != "TestResults"))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }
    }

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, program), arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
    }
}
