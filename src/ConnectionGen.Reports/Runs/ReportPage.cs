using System.Globalization;
using System.Net;
using System.Text;

namespace ConnectionGen.Reports;

/// <summary>The page of a report.</summary>
internal sealed class ReportPage(TopologyPicture picture, IReadOnlyList<RecordedTest> tests, IReadOnlyList<RecordedCall> calls, DateTimeOffset started, TimeSpan duration)
{
    private const string Head = """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
        svg { max-width: 100%; height: auto; }
        pre { margin: .25rem 0 .75rem; padding: .5rem .75rem; background: #8881; overflow-x: auto; }
        details > summary { cursor: pointer; padding: .25rem 0; }
        details.test { border-bottom: 1px solid #8884; }
        details.call { margin-left: 1.5rem; }
        .passed { color: #1a7f37; } .failed { color: #cf222e; } .skipped { color: #9a6700; }
        .dim { opacity: .7; } code { font-family: ui-monospace, monospace; }
        </style>
        """;

    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        _text.Clear();
        var title = $"{picture.Name}: {Summary()}";
        Line($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>{Encode(title)}</title>\n{Head.ReplaceLineEndings("\n")}\n</head>\n<body>");
        Line($"<h1>{Encode(title)}</h1>");
        Line($"<p class=\"dim\">{started.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}, {Seconds(duration)}</p>");
        Line("<h2>Topology</h2>");
        Line(picture.ToSvg().TrimEnd('\n'));
        Tests();
        Connections();
        Line("</body>\n</html>");
        return _text.ToString();
    }

    private string Summary()
    {
        var counts = Enum.GetValues<TestOutcome>().Select(outcome => (Outcome: outcome, Count: tests.Count(test => test.Outcome == outcome))).Where(static one => one.Count > 0)
            .Select(static one => $"{one.Count} {Word(one.Outcome)}").ToArray();
        return counts.Length == 0 ? Counted.Of(calls.Count, "call") : string.Join(", ", counts);
    }

    private void Tests()
    {
        var ofTests = calls.ToLookup(static call => call.Test, StringComparer.Ordinal);
        if (tests.Count > 0)
            Line("<h2>Tests</h2>");

        // what failed is what is looked for
        foreach (var test in tests.OrderBy(static test => test.Outcome != TestOutcome.Failed).ThenBy(static test => test.Name, StringComparer.Ordinal))
        {
            var word = Word(test.Outcome);
            Line($"<details class=\"test\"{(test.Outcome == TestOutcome.Failed ? " open" : "")}><summary><b class=\"{word}\">{word}</b> {Encode(test.Name)} <span class=\"dim\">{Seconds(test.Duration)}</span></summary>");
            if (test.Failure is not null)
                Line($"<pre class=\"failed\">{Encode(test.Failure)}</pre>");

            Calls(ofTests[test.Name]);
            Line("</details>");
        }

        var names = tests.Select(static test => test.Name).ToHashSet(StringComparer.Ordinal);
        var others = calls.Where(call => call.Test is null || !names.Contains(call.Test)).ToArray();
        if (others.Length == 0)
            return;

        Line(tests.Count > 0 ? "<h2>Other calls</h2>" : "<h2>Calls</h2>");
        Calls(others);
    }

    private void Calls(IEnumerable<RecordedCall> some)
    {
        foreach (var call in some.OrderBy(static call => call.Started))
        {
            var state = call.Failure is null ? "" : " open";
            Line($"<details class=\"call\"{state}><summary><span class=\"dim\">{call.Started.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</span> {Encode(call.Device)} <span class=\"dim\">{Encode(call.Alias)}</span> <code{(call.Failure is null ? "" : " class=\"failed\"")}>{Encode(call.Text)}</code> <span class=\"dim\">{Seconds(call.Duration)}</span></summary>");
            Line($"<pre{(call.Failure is null ? "" : " class=\"failed\"")}>{Encode(call.Failure ?? call.Answer ?? "")}</pre></details>");
        }
    }

    private void Connections()
    {
        Line("<h2>Connections</h2>");
        Line("<table>\n<tr><th>Device</th><th>Alias</th><th>Path</th><th>Class</th><th>Calls</th><th>Failed</th><th>Time in calls</th></tr>");
        foreach (var group in calls.GroupBy(static call => (call.Device, call.Alias, call.Via, call.ConnectionClass)).OrderBy(static group => group.Key))
        {
            var (device, alias, via, type) = group.Key;
            var time = TimeSpan.FromTicks(group.Sum(static call => call.Duration.Ticks));
            Line($"<tr><td>{Encode(device)}</td><td>{Encode(alias)}</td><td>{Encode(via)}</td><td>{Encode(type)}</td><td>{group.Count()}</td><td>{group.Count(static call => call.Failure is not null)}</td><td>{Seconds(time)}</td></tr>");
        }

        Line("</table>");
    }

    private static string Word(TestOutcome outcome) => outcome switch { TestOutcome.Passed => "passed", TestOutcome.Failed => "failed", _ => "skipped" };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) + " s";

    // what HTML may not hold, though a device may send it
    private static string Encode(string text) => WebUtility.HtmlEncode(new string([.. text.Select(static letter => char.IsControl(letter) && letter is not ('\n' or '\t') ? '\uFFFD' : letter)]));

    private void Line(string text) => _text.Append(text).Append('\n');
}
