using System.Text;
using ConnectionGen.Cli.Screens;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// Finds the line on which the device repeats a command behind its prompt: what comes before it belongs to something else, what comes after it
/// is the answer.
/// </summary>
internal sealed class EchoWatch(Screen screen, PromptWatch watch, string command, int linesBefore = 0)
{
    // further down it is output, not an echo
    private const int UsualLines = 40;

    // that may come for each line that was typed before, at once with the last
    private const int LinesForEach = 8;

    // a shorter prompt begins too many lines that are none
    private const int ShortestPrompt = 3;

    private readonly int _mostLines = UsualLines + (linesBefore * LinesForEach);
    private readonly byte[] _nameOnLine = [(byte)'\n', .. watch.UpToHostName(screen.LastLine)];
    private readonly byte[] _command = Encoding.UTF8.GetBytes(command.Trim());
    private readonly byte[] _prompt = screen.LastLine.TrimEnd((byte)' ').ToArray();
    private readonly byte[] _promptOnLine = [(byte)'\n', .. screen.LastLine.TrimEnd((byte)' ')];
    private readonly long _start = screen.FinishedLength;
    private long _next = screen.FinishedLength;
    private long _end;
    private int _lines;

    /// <summary>True once the echo was seen.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>True if an echo that has not been seen will not be looked for any more.</summary>
    public bool IsSettled => IsSeen || _lines >= _mostLines;

    /// <summary>
    /// True if a finished line behind the echo begins with the prompt, or is one of another mode: the command may have ended there, and a message of
    /// the device have pushed its prompt away.
    /// </summary>
    public bool HasPromptBehind { get; private set; }

    /// <summary>Where the output begins, in bytes of finished lines.</summary>
    public long End => IsSeen ? _end : AfterPrompt();

    public void Look()
    {
        while (!IsSeen && _next < screen.FinishedLength && _lines < _mostLines)
        {
            var bytes = screen.FinishedFrom(_next);
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            _next += line.Length + 1;
            _lines++;
            if (!IsEcho(line))
                continue;
            IsSeen = true;
            _end = _next;
        }

        if (IsSeen && !HasPromptBehind)
            LookForPrompt();
    }

    /// <summary>Only a prompt that comes from now on is one behind the echo.</summary>
    public void LookAgain()
    {
        HasPromptBehind = false;
        _next = screen.FinishedLength;
    }

    // Pieces hold whole lines: a prompt stands at the front of one, or behind a line feed in it.
    private void LookForPrompt()
    {
        while (_next < screen.FinishedLength && !HasPromptBehind)
        {
            var bytes = screen.FinishedFrom(_next);
            _next += bytes.Length;
            HasPromptBehind = (_prompt.Length >= ShortestPrompt && (bytes.StartsWith(_prompt) || bytes.IndexOf(_promptOnLine) >= 0)) || HasPromptOfOtherMode(bytes);
        }
    }

    private bool HasPromptOfOtherMode(ReadOnlySpan<byte> lines)
    {
        if (_nameOnLine.Length == 1)
            return false;
        for (var at = lines.StartsWith(_nameOnLine.AsSpan(1)) ? 0 : Next(lines); at >= 0; at = Next(lines))
        {
            lines = lines[at..];
            var end = lines.IndexOf((byte)'\n');
            if (watch.IsPrompt(end < 0 ? lines : lines[..end]))
                return true;
        }

        return false;
    }

    private int Next(ReadOnlySpan<byte> lines) => lines.IndexOf(_nameOnLine) is var at and >= 0 ? at + 1 : -1;

    private bool IsEcho(ReadOnlySpan<byte> line)
    {
        var prompt = line.StartsWith(_prompt) && _prompt.Length > 0 ? _prompt.Length : watch.KnownPromptLength(line);
        return line[prompt..].Trim((byte)' ').SequenceEqual(_command);
    }

    // A device that repeats nothing writes its answer behind the prompt.
    private long AfterPrompt()
    {
        if (_start >= screen.FinishedLength || !screen.FinishedFrom(_start).StartsWith(_prompt))
            return _start;
        var rest = screen.FinishedFrom(_start)[_prompt.Length..];
        return _start + _prompt.Length + (rest.Length - rest.TrimStart((byte)' ').Length);
    }
}
