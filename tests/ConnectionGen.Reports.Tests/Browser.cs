using System.Diagnostics;

namespace ConnectionGen.Reports.Tests;

/// <summary>A real browser without a window.</summary>
internal static class Browser
{
    private static readonly string[] s_programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser's program; where there is none, the test that asks is skipped.</summary>
    public static string OrSkip()
    {
        var program = s_programs.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "there is no Chromium on this machine (apt install chromium)");
        return program;
    }

    /// <summary>The page as the browser has it after it has read it.</summary>
    public static async Task<string> ShownAsync(string page, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("connectiongen-profile-");
        try
        {
            var start = new ProcessStartInfo(OrSkip(), ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(page).ToString()])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var shown = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, await errors);
            return shown;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
