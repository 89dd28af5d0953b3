using System.Text.RegularExpressions;

namespace ConnectionGen.Simulation;

/// <summary>
/// A recorded session to mock data. States are told apart by their prompts: a prompt that ends with <c>#</c>, <c>&gt;</c>, <c>$</c> or
/// <c>%</c> is one state wherever it comes; any other question (a password, a pager, a confirmation) is a state of the command that led to it.
/// </summary>
public sealed partial class MockDataRecorder
{
    private const string First = "connect";

    // a shorter one is found inside ordinary words
    private const int FoundAnywhere = 4;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly RecordingOptions _options;
    private readonly Dictionary<(string Prompt, string From), DraftState> _states = [];
    private readonly List<DraftState> _inOrder = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { First };
    private readonly List<string> _secrets;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal); // secrets that are only hidden where they stand by themselves

    private MockDataRecorder(RecordingOptions options)
    {
        _options = options;
        _secrets = [.. options.Secrets.Where(secret => secret.Length > 0)];
    }

    /// <summary>Makes mock data that answers what the recording's client typed with what it was sent.</summary>
    /// <param name="recording">The session.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The mock data. Its first state, <c>connect</c>, shows what came before anything was typed.</returns>
    public static MockData ToMockData(SessionRecording recording, RecordingOptions? options = null) =>
        new MockDataRecorder(options ?? new RecordingOptions()).Run(RecordedSteps.Of(recording));

    private MockData Run(IReadOnlyList<RecordedStep> steps)
    {
        FindSecrets(steps);
        var state = StateOf(steps[0].Prompt, First);
        var preface = Clean(steps[0].Response);
        var start = state;
        foreach (var step in steps.Skip(1))
        {
            state = state.Add(step.IsKey, Typed(state, step), Clean(step.Response), _options.KeepDelays ? step.Delay : TimeSpan.Zero, StateOf(step.Prompt, $"{state.Name}\0{step.Typed}"));
        }

        return new MockData("recording", Finished(start, preface), []);
    }

    private IEnumerable<MockState> Finished(DraftState start, string preface)
    {
        yield return new MockState(First)
        {
            Preface = preface.Length == 0 ? null : new MockCommand { Responses = [MockText.From(preface)] },
            NewState = start.Name,
        };
        foreach (var state in _inOrder)
        {
            yield return state.Finish(_options.KeepRepeated);
        }
    }

    /// <summary>What is typed where a password is asked for is a secret everywhere.</summary>
    private void FindSecrets(IReadOnlyList<RecordedStep> steps)
    {
        for (var i = 1; i < steps.Count; i++)
        {
            if (!AsksForSecret().IsMatch(steps[i - 1].Prompt))
            {
                continue;
            }

            var secret = steps[i].Typed;
            if (secret.Length >= FoundAnywhere)
            {
                _secrets.Add(secret);
            }
            else if (secret.Any(char.IsLetterOrDigit)) // *** stands for a secret that was taken out before, and for decoration
            {
                _words.Add(secret);
            }
        }

        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    private string Typed(DraftState state, RecordedStep step) =>
        step.Typed.Length > 0 && !step.IsKey && AsksForSecret().IsMatch(state.Prompt) ? _options.Replacement : Clean(step.Typed);

    private string Clean(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, _options.Replacement, StringComparison.Ordinal);
        }

        foreach (var word in _words)
        {
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(word)}(?![\p{{L}}\p{{Nd}}])", _ => _options.Replacement, RegexOptions.CultureInvariant, s_limit);
        }

        return text;
    }

    private DraftState StateOf(string prompt, string from)
    {
        prompt = Clean(prompt);
        prompt = _options.HostName is { Length: > 0 } hostName ? prompt.Replace(hostName, "%N", StringComparison.Ordinal) : prompt;
        var key = (prompt, IsHome().IsMatch(prompt) ? "" : from);
        if (!_states.TryGetValue(key, out var state))
        {
            state = new DraftState(Name(prompt), prompt);
            _states.Add(key, state);
            _inOrder.Add(state);
        }

        return state;
    }

    private string Name(string prompt)
    {
        var words = NoWord().Replace(prompt.Replace("%N", "", StringComparison.Ordinal), "_").Trim('_').ToLowerInvariant();
        var stem = words.Length is > 0 and <= 40 ? words
            : prompt.TrimEnd().EndsWith('>') ? "exec"
            : prompt.TrimEnd().EndsWith('#') ? "enable"
            : prompt.Length == 0 ? "silent"
            : "state";
        var name = stem;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{stem}_{number}";
        }

        return name;
    }

    [GeneratedRegex(@"(password|passphrase|passcode|secret|token)[^\r\n]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksForSecret();

    [GeneratedRegex(@"[#>$%][ ]?(\x1b\[[0-9;]*[A-Za-z])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsHome();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoWord();
}
