using System.Text;
using ConnectionGen.Cli.Screens;

namespace ConnectionGen.Cli.Services;

/// <summary>
/// Finds the line on which the device repeats a command behind its prompt: what comes before it belongs to something else, what comes after it
/// is the answer.
/// </summary>
internal sealed class EchoWatch(Screen screen, PromptWatch watch, string command)
{
    // further down it is output, not an echo
    private const int MostLines = 40;

    private readonly byte[] _command = Encoding.UTF8.GetBytes(command.Trim());
    private readonly byte[] _prompt = screen.LastLine.TrimEnd((byte)' ').ToArray();
    private readonly long _start = screen.FinishedLength;
    private long _next = screen.FinishedLength;
    private long _end;
    private int _lines;

    /// <summary>True once the echo was seen.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>Where the output begins, in bytes of finished lines.</summary>
    public long End => IsSeen ? _end : AfterPrompt();

    public void Look()
    {
        while (!IsSeen && _next < screen.FinishedLength && _lines < MostLines)
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
    }

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
