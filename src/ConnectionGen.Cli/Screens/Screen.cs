using System.Buffers;
using System.Text;

namespace ConnectionGen.Cli.Screens;

/// <summary>
/// Turns the bytes of a terminal session into lines of text: UTF-8 split anywhere, line ends of all kinds, backspaces, carriage returns that
/// overwrite, and control sequences, as a terminal would show them. Each byte is looked at once; finished lines are never looked at again.
/// </summary>
/// <remarks>Not safe for use by several threads at a time.</remarks>
public sealed class Screen : IDisposable
{
    private static readonly SearchValues<byte> s_controls = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127,
    ]);

    private readonly TextStore _lines = new();
    private readonly CurrentLine _line;
    private readonly ControlSequence _sequence = new();
    private int _positionRequests;

    /// <summary>A screen without text.</summary>
    /// <param name="columns">The width that the far side was told, at which it wraps its input line.</param>
    public Screen(int columns = 511) => _line = new CurrentLine(columns);

    /// <summary>Finished lines since the last <see cref="Clear"/>.</summary>
    public int LineCount { get; private set; }

    /// <summary>The line that may still change, without a line end. Bytes of UTF-8.</summary>
    public ReadOnlySpan<byte> LastLine => _line.Text;

    /// <summary>The finished lines, each ended by a line feed, as one string.</summary>
    public string ReadLines() => _lines.Read(_lines.Start, _lines.Length);

    /// <summary>The whole text, the last line included.</summary>
    public string ReadAll() => string.Concat(ReadLines(), Encoding.UTF8.GetString(LastLine));

    /// <summary>The last characters of the text, for messages.</summary>
    /// <param name="bytes">About how much, in bytes.</param>
    internal string ReadTail(int bytes)
    {
        var from = Math.Max(_lines.Start, _lines.Length - bytes);
        // begin at a line, so that no character is cut
        while (from > _lines.Start && from < _lines.Length)
        {
            var piece = _lines.From(from);
            var end = piece.IndexOf((byte)'\n');
            from += end < 0 ? piece.Length : end + 1;
            if (end >= 0)
                break;
        }

        var last = LastLine;
        return string.Concat(_lines.Read(from, _lines.Length), Encoding.UTF8.GetString(last.Length > bytes ? last[^bytes..] : last));
    }

    /// <summary>Forgets all text. A control sequence that has begun goes on.</summary>
    public void Clear()
    {
        _lines.Clear();
        _line.Clear();
        LineCount = 0;
    }

    /// <summary>Removes text from the last line on, such as a pager's question, so that it is in no output.</summary>
    /// <param name="bytes">How much of <see cref="LastLine"/> to keep.</param>
    internal void KeepOfLastLine(int bytes) => _line.Truncate(bytes);

    /// <summary>Takes what came.</summary>
    /// <param name="bytes">Bytes of a terminal session, cut anywhere.</param>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_sequence.IsOpen)
            {
                TakeSequence(bytes[0]);
                bytes = bytes[1..];
                continue;
            }

            var text = bytes.IndexOfAny(s_controls);
            if (text < 0)
            {
                _line.Put(bytes);
                return;
            }

            if (text > 0)
                _line.Put(bytes[..text]);
            bytes = TakeControl(bytes[text..]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    /// <summary>How often the far side has asked where the cursor is since the last look.</summary>
    internal int TakePositionRequests()
    {
        var requests = _positionRequests;
        _positionRequests = 0;
        return requests;
    }

    /// <summary>Forgets the text before a position in <see cref="FinishedLength"/> bytes of lines followed by the last line.</summary>
    /// <returns>Where the text that is left begins.</returns>
    internal long Discard(long position)
    {
        if (position < _lines.Length)
            return position;
        _line.RemoveFront((int)(position - _lines.Length));
        _lines.Clear();
        LineCount = 0;
        return 0;
    }

    /// <summary>Bytes of the finished lines.</summary>
    internal long FinishedLength => _lines.Length;

    /// <summary>Where the finished lines begin that have not been forgotten.</summary>
    internal long FinishedStart => _lines.Start;

    /// <summary>Forgets finished lines before a position, as far as that costs nothing. Positions stay what they are.</summary>
    internal void ForgetLinesBefore(long position) => _lines.ForgetBefore(position);

    /// <summary>Finished lines from a position on, as far as they lie together.</summary>
    internal ReadOnlySpan<byte> FinishedFrom(long position) => _lines.From(position);

    /// <summary>The finished line above <see cref="LastLine"/>; empty if there is none.</summary>
    internal ReadOnlySpan<byte> LineAbove => _lines.LastLine();

    internal string ReadLines(long from, long to) => _lines.Read(from, to);

    /// <summary>A range of finished lines without the empty ones at both ends and without the last line feed.</summary>
    internal (long From, long To) TrimLineFeeds(long from, long to)
    {
        from = SkipLineFeeds(from, to);
        return (from, SkipLineFeedsBack(from, to));
    }

    internal long SkipLineFeeds(long from, long to)
    {
        while (from < to && _lines.From(from)[0] == '\n')
            from++;
        return from;
    }

    internal long SkipLineFeedsBack(long from, long to)
    {
        while (to > from && _lines.From(to - 1)[0] == '\n')
            to--;
        return to;
    }

    private ReadOnlySpan<byte> TakeControl(ReadOnlySpan<byte> bytes)
    {
        switch (bytes[0])
        {
            case (byte)'\r' when bytes.Length > 1 && bytes[1] == '\n':
                FinishLine();
                return bytes[2..];
            case (byte)'\r':
                _line.Return();
                break;
            case (byte)'\n' or 0x0B or 0x0C:
                FinishLine();
                break;
            case (byte)'\b':
                _line.MoveBack(1);
                break;
            case 0x1B:
                _sequence.Begin();
                break;
        }

        return bytes[1..];
    }

    private void FinishLine()
    {
        _lines.AppendLine(_line.Text);
        _line.Clear();
        LineCount++;
    }

    private void TakeSequence(byte b)
    {
        switch (_sequence.Take(b))
        {
            case (byte)'K' or (byte)'J' when _sequence.Parameter(0) == 0:
                _line.EraseToEnd();
                break;
            case (byte)'K' when _sequence.Parameter(0) == 1:
                _line.EraseToCursor();
                break;
            case (byte)'K':
                _line.Clear();
                break;
            case (byte)'J' or (byte)'H' or (byte)'f' or (byte)'E' when !_line.Text.IsEmpty:
                // the cursor leaves the line; what stood there is kept
                FinishLine();
                break;
            case (byte)'C':
                _line.MoveForward(_sequence.Parameter(1));
                break;
            case (byte)'D':
                _line.MoveBack(_sequence.Parameter(1));
                break;
            case (byte)'G':
                _line.MoveToColumn(_sequence.Parameter(1) - 1);
                break;
            case (byte)'P':
                _line.Delete(_sequence.Parameter(1));
                break;
            case (byte)'@':
                _line.InsertBlanks(_sequence.Parameter(1));
                break;
            case (byte)'n' when _sequence.Parameter(0) == 6:
                _positionRequests++;
                break;
        }
    }
}
