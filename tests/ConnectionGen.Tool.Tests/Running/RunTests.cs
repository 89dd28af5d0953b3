using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Tool.Tests;

public sealed partial class RunTests
{
    [Fact]
    public async Task Answers_come_with_time_device_alias_and_direction()
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r2", "show version", "show nothing");

        Assert.Equal("""
            TIME r2 default > show version
            TIME r2 default < 2 lines
              Example Router Software, Version 17.3
              Uptime is 4 weeks
            TIME r2 default > show nothing
            TIME r2 default < nothing

            """.ReplaceLineEndings("\n"), Time().Replace(run.Output, "TIME"));
        Assert.Equal((0, "1 device answered\n"), (run.Code, run.Errors));
    }

    [Fact]
    public async Task One_that_is_not_there_among_fifty_fails_alone_and_is_told_at_the_end()
    {
        await using var lab = await LabFolder.StartAsync(51, silent: "r17");

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "show clock");

        Assert.Equal(1, run.Code);
        Assert.Matches(@"^50 of 51 devices answered; failed:\n  r17: [^\n]*127\.0\.0\.1:1[^\n]*connection refused[^\n]*\n$", run.Errors);
        Assert.Equal(50, Count(run.Output, "10:42:07.123 UTC"));
        Assert.Equal(1, Count(run.Output, " r17 default ! "));
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_says_nothing_among_fifty_is_left_behind_alone()
    {
        using var mute = new MutePort();
        await using var lab = await LabFolder.StartAsync(51, ["r17"], mute.Number);
        var clock = new FakeTimeProvider();
        var answers = 0;
        await using var output = new WatchedWriter("10:42:07.123 UTC", () =>
        {
            if (Interlocked.Increment(ref answers) == 50)
                clock.Advance(TimeSpan.FromSeconds(3));
        });
        await using var errors = new StringWriter();

        var code = await ConnectionGenCommand.RunAsync(
            ["run", "-t", lab.Testbed, "--limit", "3", "--at-once", "51", "show clock"], new Screen(output, errors) { Clock = clock }, TestContext.Current.CancellationToken);

        Assert.Equal((1, "50 of 51 devices answered; failed:\n  r17: not connected within 3 s\n"), (code, errors.ToString().ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task One_that_does_not_answer_is_left_behind_after_its_limit()
    {
        await using var lab = await LabFolder.StartAsync();
        var clock = new FakeTimeProvider();
        await using var output = new WatchedWriter("> reload", () => clock.Advance(TimeSpan.FromSeconds(3)));
        await using var errors = new StringWriter();

        var code = await ConnectionGenCommand.RunAsync(
            ["run", "-t", lab.Testbed, "--limit", "3", "-d", "r1", "show clock", "reload"], new Screen(output, errors) { Clock = clock }, TestContext.Current.CancellationToken);

        Assert.Equal((1, "0 of 1 device answered; failed:\n  r1: no answer to 'reload' within 3 s\n"), (code, errors.ToString().ReplaceLineEndings("\n")));
        Assert.Contains("10:42:07.123 UTC", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_refused_fails_its_device_and_later_ones_are_not_run()
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r1", "show clok", "show clock");

        Assert.Equal(1, run.Code);
        Assert.Contains("'show clok' failed", run.Errors, StringComparison.Ordinal);
        Assert.False(lab.Devices["r1"].CommandCounts.ContainsKey("show clock"));
    }

    [Fact]
    public async Task An_unknown_device_is_told_with_the_nearest()
    {
        await using var lab = await LabFolder.StartAsync(12);

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r1,r112", "show clock");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("connectiongen: error: Testbed 'lab' has no device 'r112'; did you mean 'r11'?", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_answers_are_folded_on_a_terminal_and_whole_in_the_devices_file()
    {
        await using var lab = await LabFolder.StartAsync();
        var logs = lab.Of("logs");

        var folded = await ToolRun.OnAsync(width: 80, live: null, "run", "-t", lab.Testbed, "-d", "r1", "show inventory", "--log-folder", logs);
        var full = await ToolRun.OnAsync(width: 80, live: null, "run", "-t", lab.Testbed, "-d", "r1", "show inventory", "--full");

        Assert.Contains("  part 16\n  … 36 more lines …\n  part 53\n", folded.Output, StringComparison.Ordinal);
        Assert.Contains("  part 30\n", full.Output, StringComparison.Ordinal);
        Assert.Equal(["r1.log"], Directory.GetFiles(logs).Select(Path.GetFileName));
        Assert.Contains("  part 30\n", await File.ReadAllTextAsync(Path.Combine(logs, "r1.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_terminal_an_answer_is_whole()
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r1", "show inventory");

        Assert.Contains("  part 30\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "show clock")]
    [InlineData("connect")]
    public async Task A_folder_for_logs_that_cannot_be_is_told_before_anybody_is_asked(params string[] command)
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync([.. command, "-t", lab.Testbed, "--log-folder", lab.Testbed]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches($@"^connectiongen: error: [^\n]*{Regex.Escape(lab.Testbed)}[^\n]*\n$", run.Errors);
        Assert.All(lab.Devices.Values, static device => Assert.Empty(device.Sessions));
    }

    /// <summary>What fails on many devices at once, as a log on a disk that is full, is told once and in one line.</summary>
    [Fact]
    public async Task A_log_that_cannot_be_written_is_told()
    {
        await using var lab = await LabFolder.StartAsync();
        Directory.CreateDirectory(lab.Of("logs/r1.log"));

        var run = await ToolRun.OfAsync("connect", "-t", lab.Testbed, "--log-folder", lab.Of("logs"));

        Assert.Equal(2, run.Code);
        Assert.Matches(@"^connectiongen: error: [^\n]*r1\.log[^\n]*\n$", run.Errors);
        await lab.SessionsEndedAsync();
    }

    [Fact]
    public async Task The_summary_indents_a_failure_of_several_lines()
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();

        var code = await LabRun.SummariseAsync([new("r1", null, [], "first\nsecond", TimeSpan.Zero), new("r2", "vty", [], null, TimeSpan.Zero)], new Screen(output, errors));

        Assert.Equal((1, "1 of 2 devices answered; failed:\n  r1: first\n    second\n"), (code, errors.ToString().ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Json_has_every_device_with_its_answers_or_its_failure()
    {
        await using var lab = await LabFolder.StartAsync(3, silent: "r3");

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "--format", "json", "show clock");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["r1", "r2", "r3"], json.RootElement.EnumerateArray().Select(static one => one.GetProperty("device").GetString()!));
        Assert.Equal("10:42:07.123 UTC Mon Mar 2 2026", json.RootElement[0].GetProperty("answers")[0].GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement[0].GetProperty("failure").ValueKind);
        Assert.Equal("vty", json.RootElement[0].GetProperty("via").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement[2].GetProperty("via").ValueKind);
        Assert.InRange(json.RootElement[0].GetProperty("seconds").GetDouble(), 0.001, 600);
        Assert.Contains("connection refused", json.RootElement[2].GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Secrets_of_the_testbed_are_hidden_where_a_device_repeats_them(string format)
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r1", "--format", format, "show users");

        Assert.Contains("admin ***", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lab-pass", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public async Task The_live_line_fits_its_terminal_and_is_gone_at_the_end(int width)
    {
        await using var lab = await LabFolder.StartAsync(30, silent: "r30");

        var run = await ToolRun.OnAsync(width, live: width, "connect", "-t", lab.Testbed);

        var states = run.Errors[..run.Errors.IndexOf("29 of 30 devices answered; failed:", StringComparison.Ordinal)].Split("\r\e[K");
        Assert.All(states, state => Assert.True(state.Length < width, state));
        Assert.Contains(states, static state => state.StartsWith("29 of 30 done", StringComparison.Ordinal));
        Assert.Equal("", states[^1]);
    }

    [Fact]
    public async Task The_live_line_counts_failures_and_names_who_is_awaited_and_steps_aside()
    {
        await using var terminal = new StringWriter();
        using (var live = new LiveLine(terminal, 80, ["r1", "r2", "r3"]))
        {
            live.Done(new("r2", null, [], "no", TimeSpan.Zero));
            live.Above(() => terminal.Write("said\n"));
            live.Done(new("r1", "vty", [], null, TimeSpan.Zero));
        }

        const string First = "1 of 3 done, 1 failed; waiting for r1, r3";
        Assert.Equal([First, "said\n", First, "2 of 3 done, 1 failed; waiting for r3", ""], terminal.ToString().Split("\r\e[K")[1..]);
    }

    [Fact]
    public async Task A_device_that_is_named_by_its_alias_too_is_asked_once_and_awaited_by_its_name()
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OnAsync(width: 80, live: 80, "run", "-t", lab.Testbed, "-d", "x2,r2", "show clock");

        Assert.Contains("\r\e[K0 of 1 done; waiting for r2\r\e[K", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K1 device answered\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, lab.Devices["r2"].CommandCounts["show clock"]);
    }

    [Fact]
    public async Task Connect_tells_which_way_was_taken_and_closes_all()
    {
        await using var lab = await LabFolder.StartAsync();

        var run = await ToolRun.OfAsync("connect", "-t", lab.Testbed);

        Assert.Equal(["TIME r1 default - connected via vty", "TIME r2 default - connected via vty"], Time().Replace(run.Output, "TIME").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.Equal((0, "2 devices answered\n"), (run.Code, run.Errors));
        await lab.SessionsEndedAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"\d\d:\d\d:\d\d\.\d{3}(?= r\d)")]
    private static partial Regex Time();
}
