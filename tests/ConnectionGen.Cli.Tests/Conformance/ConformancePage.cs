using System.Globalization;
using System.Text;

namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>docs/conformance.md: what the runs counted.</summary>
internal sealed class ConformancePage
{
    private static readonly string[] s_kinds = ["answered", "silent", "refused", "asked", "promptless"];

    private readonly List<(RecordedPlatform Platform, IReadOnlyDictionary<string, int> Counts)> _runs = [];

    public void Add(RecordedPlatform platform, CommandRun run) => _runs.Add((platform, run.Counts()));

    /// <summary>Compares the page with the counts, or writes it.</summary>
    public async Task CheckAsync(bool write, CancellationToken cancellationToken)
    {
        var text = ToMarkdown();
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        var file = Path.Combine(Root(), "docs", "conformance.md");
        if (write)
            await File.WriteAllTextAsync(file, text, cancellationToken);
        var found = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        Assert.True(text == found, "docs/conformance.md differs from what was counted. Run this test with CONNECTIONGEN_REFRESH_DOCS=1 to write it.");
    }

    private string ToMarkdown()
    {
        var page = new StringBuilder(
            """
            # Conformance

            Recorded devices of eleven network operating systems are played over Telnet on loopback, and `CliConnection` is run against them. What each
            command should give is computed from the recording, without any code of the library. The test writes this page:
            `ConformanceTests` in `tests/ConnectionGen.Cli.Tests`.

            ## Commands

            Every command of every state that shows the prompt of a mode: its text is compared as a whole, and so is the mode after it. Of commands that
            ask, each text that the recording has must be in what came.

            | recording | played as | modes | states | with output | without | refused with an error text | that ask (passwords, confirmations, reloads, copies) | without a prompt |
            |---|---|---|---|---|---|---|---|---|

            """);
        var total = new int[s_kinds.Length + 1];
        foreach (var (platform, counts) in _runs)
        {
            int[] numbers = [platform.Modes.Count, .. s_kinds.Select(kind => counts.GetValueOrDefault(kind))];
            page.Append(CultureInfo.InvariantCulture, $"| {platform.Folder} | {platform.Os} | {string.Join(", ", platform.States.Select(static entry => entry.Mode))} | {string.Join(" | ", numbers)} |\n");
            for (var i = 0; i < total.Length; i++)
                total[i] += numbers[i];
        }

        page.Append(CultureInfo.InvariantCulture, $"| all | | | {string.Join(" | ", total)} |\n");
        AppendPromptless(page);
        AppendLogins(page);
        AppendConfigurations(page);
        return page.ToString();
    }

    private static void AppendPromptless(StringBuilder page)
    {
        page.Append("\n### Without a prompt\n\nThese end in an `ExpectTimeoutException` when their time is over.\n\n| recording | state and command | why |\n|---|---|---|\n");
        foreach (var platform in RecordedPlatform.All)
        {
            foreach (var (state, command, reason) in platform.Promptless)
                page.Append(CultureInfo.InvariantCulture, $"| {platform.Folder} | {(state == "*" ? "all" : state)}: `{command.Replace("|", "\\|", StringComparison.Ordinal)}` | {reason} |\n");
        }
    }

    private static void AppendLogins(StringBuilder page)
    {
        page.Append("\n## Logins\n\nEach from the state named, with the session prepared and the configuration mode entered and left where the recording has one.\n\n| recording | played as | begins at | ends in |\n|---|---|---|---|\n");
        foreach (var login in RecordedLogin.All)
            page.Append(CultureInfo.InvariantCulture, $"| {login.Folder} | {login.Os} | {login.State} | {login.Mode ?? "a refusal that is said"} |\n");
    }

    private static void AppendConfigurations(StringBuilder page)
    {
        page.Append("\n## Configurations\n\n| recording | played as | typed | refused |\n|---|---|---|---|\n");
        foreach (var change in RecordedConfiguration.All)
            page.Append(CultureInfo.InvariantCulture, $"| {change.Folder} | {change.Os} | `{change.Typed.Replace("|", "`, `", StringComparison.Ordinal)}` | {change.Refused} |\n");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConnectionGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ConnectionGen.sln is in no folder above.");
    }
}
