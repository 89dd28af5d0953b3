using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>
/// Recorded devices are logged in to, every command of every state with a prompt is run, modes are changed, the configuration is entered and left;
/// all gives what the data says. The counts stand in docs/conformance.md.
/// </summary>
public class ConformanceTests
{
    private const string Refresh = "CONNECTIONGEN_REFRESH_DOCS";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CL-45", "CL-51", "CL-57", "SV-16")]
    public async Task Recorded_devices_give_what_their_data_says()
    {
        var runs = RecordedPlatform.All.Select(static platform => new CommandRun(platform, MockFolder.Load(platform.Folder))).ToArray();
        var problems = new ConcurrentBag<string>();
        IEnumerable<(object Name, Func<CancellationToken, Task> Run)> scenarios =
        [
            .. RecordedLogin.All.Select(static login => ((object)login, new Func<CancellationToken, Task>(token => LogInAsync(login, token)))),
            .. RecordedConfiguration.All.Select(static change => ((object)change, new Func<CancellationToken, Task>(token => ConfigureAsync(change, token)))),
            .. runs.SelectMany(static run => run.States.Select(state => ((object)state, new Func<CancellationToken, Task>(token => run.RunStateAsync(state, token))))),
        ];
        await Parallel.ForEachAsync(scenarios, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Token }, async (scenario, token) =>
        {
            try
            {
                await scenario.Run(token);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problems.Add($"{scenario.Name}: {e.GetType().Name}: {e.Message}");
            }
        });

        var page = new ConformancePage();
        foreach (var run in runs)
        {
            foreach (var problem in run.Problems.Concat(run.NeverRun()))
                problems.Add($"{run.Platform}: {problem}");
            page.Add(run.Platform, run);
        }

        Assert.True(problems.IsEmpty, $"{problems.Count} differ:\n" + string.Join('\n', problems.Order(StringComparer.Ordinal)));
        await page.CheckAsync(Environment.GetEnvironmentVariable(Refresh) == "1", Token);
    }

    private static async Task LogInAsync(RecordedLogin login, CancellationToken cancellationToken)
    {
        var connect = ConformanceDevice.ConnectAsync(MockFolder.Load(login.Folder), login.Os, login.State, cancellationToken, mit: false, login.Credentials);
        if (login.Mode is null)
        {
            await Assert.ThrowsAnyAsync<AuthenticationFailedException>(() => connect);
            return;
        }

        await using var device = await connect;
        Assert.Equal(login.Mode, device.Connection.Mode);
        if (login.Mode == "enable" && login.Os is not ("junos" or "comware") && login.State != "exec_standby")
        {
            await device.Connection.GoToAsync(device.Connection.Platform!.ConfigureMode!, cancellationToken);
            await device.Connection.GoToAsync("enable", cancellationToken);
        }
    }

    private static async Task ConfigureAsync(RecordedConfiguration change, CancellationToken cancellationToken)
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load(change.Folder), change.Os, change.State, cancellationToken);
        var configure = device.Connection.ConfigureAsync(change.Lines.Split('|', StringSplitOptions.RemoveEmptyEntries), commit: change.Commit, cancellationToken: cancellationToken);
        if (change.Refused is null)
            await configure;
        else
            Assert.Equal(change.Refused, (await Assert.ThrowsAsync<CommandFailedException>(() => configure)).Command);
        Assert.Equal((change.Typed, change.Mode), (string.Join('|', device.Typed), device.Connection.Mode));
    }
}

/// <summary>Runs the commands of a folder's states and notes what differs.</summary>
internal sealed class CommandRun(RecordedPlatform platform, MockData data)
{
    private static readonly TimeSpan s_inVain = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string State, string Command), bool> _promptless = new();

    public ConcurrentBag<string> Problems { get; } = [];

    public RecordedPlatform Platform => platform;

    public IEnumerable<MockState> States => platform.Modes.Keys.Select(state => data.States[state]);

    public IReadOnlyDictionary<string, int> Counts() => _counts;

    /// <summary>Commands without a prompt that the data does not have.</summary>
    public IEnumerable<string> NeverRun() => platform.Promptless
        .Where(one => !_promptless.ContainsKey((one.State, one.Command)))
        .Select(static one => $"{one.State} '{one.Command}' is said to have no prompt ({one.Reason}), and is not in the data");

    public async Task RunStateAsync(MockState state, CancellationToken cancellationToken)
    {
        ConformanceDevice? device = null;
        try
        {
            foreach (var (command, action) in state.Commands)
            {
                if (command.Trim().Length == 0)
                    continue;
                try
                {
                    device ??= await ConformanceDevice.ConnectAsync(data, platform.Os, state.Name, cancellationToken);
                    if (platform.Promptless.Where(one => one.Command == command && (one.State == state.Name || one.State == "*")).ToArray() is [var promptless])
                    {
                        _promptless[(promptless.State, command)] = true;
                        await WaitInVainAsync(device, command, cancellationToken);
                        await device.DisposeAsync();
                        device = null;
                        continue;
                    }

                    var dialogue = Dialogue.Follow(data, state, action, at => platform.Modes.ContainsKey(at.Name), platform.PagerByEnter);
                    if (dialogue.End is null)
                        throw new InvalidOperationException("leads to no prompt");
                    await RunAsync(device.Connection, state, command, dialogue, cancellationToken);
                    if (dialogue.End == state)
                        continue;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Problems.Add($"{state.Name} '{command}': {e.GetType().Name}: {e.Message}");
                }

                // what led elsewhere, or failed, is followed by a new session
                if (device is not null)
                    await device.DisposeAsync();
                device = null;
            }
        }
        finally
        {
            if (device is not null)
                await device.DisposeAsync();
        }
    }

    private async Task WaitInVainAsync(ConformanceDevice device, string command, CancellationToken cancellationToken)
    {
        await Assert.ThrowsAsync<ExpectTimeoutException>(() => device.Connection.ExecuteAsync(command, s_inVain, cancellationToken: cancellationToken));
        Assert.Equal(command, device.Typed.Last());
        _counts.AddOrUpdate("promptless", 1, static (_, count) => count + 1);
    }

    private async Task RunAsync(ConformanceConnection connection, MockState state, string command, Dialogue dialogue, CancellationToken cancellationToken)
    {
        if (connection.Mode != platform.Modes[state.Name])
            throw new InvalidOperationException($"begins in mode {connection.Mode}, not {platform.Modes[state.Name]}");
        if (dialogue.Steps.Count > 0)
            await AnswerAsync(connection, command, dialogue, cancellationToken);
        else
            await ExecuteAsync(connection, state, command, dialogue.Text, cancellationToken);
        if (connection.Mode != platform.Modes[dialogue.End!.Name])
            throw new InvalidOperationException($"ends in mode {connection.Mode}, not {platform.Modes[dialogue.End.Name]}");
    }

    private async Task ExecuteAsync(ConformanceConnection connection, MockState state, string command, string expected, CancellationToken cancellationToken)
    {
        var isError = platform.Errors.Contains(command, StringComparer.Ordinal) || platform.Errors.Contains($"{state.Name}: {command}", StringComparer.Ordinal);
        string output;
        try
        {
            output = await connection.ExecuteAsync(command, cancellationToken: cancellationToken);
            if (isError)
                throw new InvalidOperationException("should be refused");
            _counts.AddOrUpdate(expected.Length == 0 ? "silent" : "answered", 1, static (_, count) => count + 1);
        }
        catch (CommandFailedException e)
        {
            if (!isError)
                throw;
            output = e.Output;
            _counts.AddOrUpdate("refused", 1, static (_, count) => count + 1);
        }

        if (output != Expected(expected))
            throw new InvalidOperationException($"gives, and not: {Difference(output, Expected(expected))}");
    }

    // a context that Junos shows above its prompt is no output
    private string Expected(string text) =>
        platform.Folder == "junos" && text.EndsWith("[edit]", StringComparison.Ordinal) ? text[..^"[edit]".Length].TrimEnd('\n') : text;

    // the first line that is in only one of them
    private static string Difference(string found, string expected)
    {
        var lines = found.Split('\n');
        var wanted = expected.Split('\n');
        var missing = wanted.Except(lines, StringComparer.Ordinal).FirstOrDefault();
        var more = lines.Except(wanted, StringComparer.Ordinal).FirstOrDefault();
        return $"'{more}' and '{missing}' ({lines.Length} and {wanted.Length} lines)";
    }

    private async Task AnswerAsync(ConformanceConnection connection, string command, Dialogue dialogue, CancellationToken cancellationToken)
    {
        await connection.SendLineAsync(command, cancellationToken);
        var said = "";
        foreach (var step in dialogue.Steps)
        {
            said += await ExpectAsync(connection, step.Cue, cancellationToken);
            await connection.SendLineAsync(step.Answer, cancellationToken);
        }

        var prompt = PlainScreen.Render(dialogue.End!.Prompt.ToString().Replace("%N", ConformanceDevice.HostName, StringComparison.Ordinal));
        said += await ExpectAsync(connection, prompt.Split('\n')[^1].TrimEnd(), cancellationToken);
        foreach (var text in dialogue.Steps.Select(static step => step.Text).Prepend(dialogue.Text).Where(static text => text.Length > 0))
        {
            if (!said.Contains(text, StringComparison.Ordinal))
                throw new InvalidOperationException($"is without what the data says: {Difference(said, text)}");
        }

        // Enter shows where the device is now
        await connection.ExecuteAsync("", cancellationToken: cancellationToken);
        _counts.AddOrUpdate("asked", 1, static (_, count) => count + 1);
    }

    private static async Task<string> ExpectAsync(ConformanceConnection connection, string text, CancellationToken cancellationToken)
    {
        var pattern = new TextPattern("what the data says", new Regex(Regex.Escape(text), RegexOptions.None, TimeSpan.FromSeconds(1)), PatternScope.EachLine);
        var match = await connection.ExpectAsync([pattern], TimeSpan.FromSeconds(15), cancellationToken);
        return match.Before + match.Value;
    }
}
