namespace ConnectionGen.Simulation;

/// <summary>What one line or key of a recording led to.</summary>
/// <param name="Typed">The line without Enter, or the key.</param>
/// <param name="IsKey">True where no Enter was typed.</param>
/// <param name="IsHidden">True where the device did not echo it.</param>
/// <param name="Response">The whole lines that came.</param>
/// <param name="Prompt">What came after the last line end.</param>
/// <param name="Delay">How long it took until all of it had come.</param>
internal sealed record RecordedStep(string Typed, bool IsKey, bool IsHidden, string Response, string Prompt, TimeSpan Delay);

/// <summary>A recording's pieces to steps: echo removed, commands that were sent ahead told apart by their echo.</summary>
internal sealed class RecordedSteps
{
    private readonly List<RecordedStep> _steps = [];
    private string _typed = "";
    private string _output = "";
    private TimeSpan _typedAt;
    private TimeSpan _sentAt;
    private bool _hasBegun;

    private RecordedSteps()
    {
    }

    public static IReadOnlyList<RecordedStep> Of(SessionRecording recording)
    {
        var steps = new RecordedSteps();
        foreach (var entry in recording.Entries)
        {
            if (entry.Direction == TranscriptDirection.Sent)
            {
                steps._output += entry.Text;
                steps._sentAt = entry.At;
            }
            else
            {
                steps.Type(entry.Text);
                steps._typedAt = entry.At;
            }
        }

        steps.End();
        return steps._steps;
    }

    /// <summary>The first step is what came before anything was typed.</summary>
    private void Type(string text)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            Add("", isKey: true, isHidden: true, _output);
            _output = "";
        }
        else if (_typed.Length > 0 && _output.Length > 0 && !_typed.StartsWith(_output, StringComparison.Ordinal))
        {
            End();
        }

        // what repeats the typed text is only the echo of a line that is still being typed
        _typed += text;
    }

    private void End()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            Add("", isKey: true, isHidden: true, _output);
        }
        else if (_typed.Length > 0)
        {
            Split();
        }

        (_typed, _output) = ("", "");
    }

    private void Split()
    {
        var lines = _typed.Replace("\r\n", "\r", StringComparison.Ordinal).Replace("\r\0", "\r", StringComparison.Ordinal).Replace('\n', '\r').Split('\r');
        if (lines.Length == 1)
        {
            Add(_typed, isKey: true, isHidden: true, _output, _sentAt - _typedAt);
            return;
        }

        var rest = _output;
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var (own, after) = i + 1 < lines.Length - 1 ? BeforeEcho(rest, lines[i].Length, lines[i + 1]) : (rest, "");
            AddLine(lines[i], own, after.Length == 0 ? _sentAt - _typedAt : TimeSpan.Zero);
            rest = after;
        }
    }

    private static (string Own, string After) BeforeEcho(string output, int from, string next)
    {
        var at = output.IndexOf(next + "\r\n", Math.Min(from, output.Length), StringComparison.Ordinal);
        return at < 0 ? (output, "") : (output[..at], output[at..]);
    }

    private void AddLine(string line, string output, TimeSpan delay)
    {
        var isEchoed = output.StartsWith(line + "\r\n", StringComparison.Ordinal);
        if (isEchoed)
        {
            output = output[(line.Length + 2)..];
        }
        else if (output.StartsWith("\r\n", StringComparison.Ordinal))
        {
            output = output[2..];
        }

        Add(line, isKey: false, isHidden: !isEchoed && line.Length > 0, output, delay);
    }

    private void Add(string typed, bool isKey, bool isHidden, string output, TimeSpan delay = default)
    {
        var end = output.LastIndexOf('\n') + 1;
        _steps.Add(new RecordedStep(typed, isKey, isHidden, output[..end], output[end..], delay));
    }
}
