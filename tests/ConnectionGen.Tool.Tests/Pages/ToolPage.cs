using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConnectionGen.Tool.Tests;

/// <summary>The page with its screens made anew.</summary>
internal sealed partial class ToolPage(LabFolder lab)
{
    private const string Begin = "```console";
    private const string End = "```";

    // times are what a run cannot repeat; on the page they go on from screen to screen
    private DateTime _time = new(2026, 3, 2, 10, 42, 7, 120, DateTimeKind.Utc);

    public async Task<string> RunAsync(string page)
    {
        var made = new StringBuilder();
        var isScreen = false;
        foreach (var line in page.TrimEnd('\n').Split('\n'))
        {
            isScreen = line == Begin || (isScreen && line != End);
            if (!isScreen || line == Begin || line.StartsWith("$ ", StringComparison.Ordinal))
                made.Append(line).Append('\n');

            if (isScreen && line.StartsWith("$ ", StringComparison.Ordinal))
                made.Append(Time().Replace(await OutputAsync(line[2..]), _ => Next()));
        }

        return made.ToString();
    }

    private async Task<string> OutputAsync(string command)
    {
        using var process = Process.Start(GuidePage.Shell(lab.Path, command))!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return string.Concat(output.TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd() + "\n"));
    }

    private string Next()
    {
        _time = _time.AddMilliseconds(38);
        return _time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<=^|\n)\d\d:\d\d:\d\d\.\d{3}(?= r\d )")]
    private static partial Regex Time();
}
