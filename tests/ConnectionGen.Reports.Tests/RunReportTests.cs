using System.Text.RegularExpressions;

namespace ConnectionGen.Reports.Tests;

public sealed class RunReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_has_tests_calls_answers_connections_and_the_topology()
    {
        var page = await PageAsync();

        Assert.Contains("<h1>lab &lt;1&gt;: 1 passed, 1 failed</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"failed\">failed</b> Fails", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("</b> Fails", StringComparison.Ordinal) < page.IndexOf("</b> A_passes", StringComparison.Ordinal));
        Assert.Contains("<code>show &lt;version&gt;</code> <span class=\"dim\">0.000 s</span></summary>\n<pre>show &lt;version&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"failed\">told to fail</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"failed\">Assert.Fail(): told &lt;to&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Other calls</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>r1</td><td>default</td><td>a</td><td>EchoConnection</td><td>3</td><td>1</td><td>0.000 s</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("<svg ", page, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 10:42:07", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asks_for_nothing_and_runs_nothing()
    {
        var page = await PageAsync();

        Assert.DoesNotMatch(@"<script|<link|<img|<iframe| src=|@import|url\(", page);
        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(page, @"https?://[^""\s<]+").Select(static match => match.Value).Distinct());
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\a', page);
    }

    [Fact]
    public async Task Every_element_that_is_opened_is_closed()
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(await PageAsync(), @"<(?<end>/?)(?<name>[a-z][a-z0-9]*)[^>]*?(?<self>/?)>"))
        {
            var name = tag.Groups["name"].Value;
            if (name == "meta" || tag.Groups["self"].Length > 0)
                continue;

            if (tag.Groups["end"].Length == 0)
                open.Push(name);
            else
                Assert.Equal(name, open.Pop());
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_long_answer_is_cut()
    {
        var report = new RunReport();
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        await testbed.Devices["r1"].ExecuteAsync(new string('x', 250_000), cancellationToken: Token);

        Assert.Contains("\n… 150000 more characters …", report.ToHtml(testbed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_stand_in_the_order_in_which_they_began()
    {
        var clock = EchoTestbed.Clock();
        var report = new RunReport(clock: clock);
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        await testbed.Devices["r1"].ExecuteAsync("ended first", cancellationToken: Token);
        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromSeconds(5));
        await testbed.Devices["r1"].ExecuteAsync("began first", cancellationToken: Token);

        var page = report.ToHtml(testbed);

        Assert.True(page.IndexOf("began first", StringComparison.Ordinal) < page.IndexOf("ended first", StringComparison.Ordinal));
    }

    /// <summary>A clock that goes on by a second whenever somebody looks at it.</summary>
    [Fact]
    public async Task Calls_and_the_time_in_calls_have_their_durations()
    {
        var clock = EchoTestbed.Clock();
        var report = new RunReport(clock: clock);
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        await testbed.Devices["r1"].ExecuteAsync("one", cancellationToken: Token);
        await testbed.Devices["r1"].ExecuteAsync("two", cancellationToken: Token);

        var page = report.ToHtml(testbed);

        Assert.Contains("<code>two</code> <span class=\"dim\">1.000 s</span>", page, StringComparison.Ordinal);
        Assert.Contains("<td>2</td><td>0</td><td>2.000 s</td></tr>", page, StringComparison.Ordinal);
        Assert.Matches(@"<p class=""dim"">[^<]*, [1-9]\d*\.000 s</p>", page);
    }

    [Fact]
    public async Task A_secret_is_hidden_where_an_answer_is_cut()
    {
        var report = new RunReport();
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        await testbed.Devices["r1"].ExecuteAsync($"{new string('x', 99_996)}swordfish", cancellationToken: Token);

        Assert.DoesNotContain("swor", report.ToHtml(testbed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_hidden_where_a_test_fails_over_it()
    {
        var report = new RunReport();
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        report.AddTest("Fails", TestOutcome.Failed, TimeSpan.Zero, "Assert.Contains() Failure: Not found\nString: \"username me password swordfish\"");

        var page = report.ToHtml(testbed);

        Assert.Contains("username me password ***", page, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tests_it_is_the_calls()
    {
        var report = new RunReport();
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        await testbed.Devices["r1"].ExecuteAsync("hello", cancellationToken: Token);

        var page = report.ToHtml(testbed);

        Assert.Contains("<h1>lab &lt;1&gt;: 1 call</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Calls</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Tests</h2>", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_browser_shows_it()
    {
        Browser.OrSkip();
        var folder = Directory.CreateTempSubdirectory("connectiongen-page-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(file, await PageAsync(), TestContext.Current.CancellationToken);

            var dom = await Browser.ShownAsync(file, TestContext.Current.CancellationToken);

            Assert.Contains("<summary><b class=\"failed\">failed</b> Fails", dom, StringComparison.Ordinal);
            Assert.Equal(4, Regex.Count(dom, "<h2>"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PageAsync()
    {
        string? test = null;
        var report = new RunReport(() => test, EchoTestbed.Clock());
        await using var testbed = await EchoTestbed.ConnectAsync(report);
        var r1 = testbed.Devices["r1"];
        test = "A_passes";
        await r1.ExecuteAsync("show <version>", cancellationToken: Token);
        report.AddTest(test, TestOutcome.Passed, TimeSpan.FromSeconds(1));
        test = "Fails";
        await Assert.ThrowsAsync<InvalidDataException>(() => r1.ExecuteAsync("fail", cancellationToken: Token));
        report.AddTest(test, TestOutcome.Failed, TimeSpan.FromSeconds(2), "Assert.Fail(): told <to>");
        test = null;
        await r1.ExecuteAsync("password swordfish\a", cancellationToken: Token);
        return report.ToHtml(testbed);
    }
}
