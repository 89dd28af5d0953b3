namespace ConnectionGen.Simulation;

/// <summary>Prints the lines of a text as slowly as their timing says.</summary>
/// <param name="output">Where to.</param>
/// <param name="delay">Waits; gives false where Ctrl-C ended the wait.</param>
internal sealed class TimedText(SessionOutput output, Func<TimeSpan, CancellationToken, ValueTask<bool>> delay)
{
    /// <summary>Gives false where Ctrl-C stopped it.</summary>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> text, IReadOnlyList<LineTiming> timing, CancellationToken cancellationToken)
    {
        LineTiming? previous = null;
        var line = 0;

        // a text without any line still takes the time that its first line would
        do
        {
            var current = timing.FirstOrDefault(range => range.Covers(line));
            var pause = current is null ? TimeSpan.Zero : ReferenceEquals(current, previous) ? current.LineInterval : current.StartDelay;
            if (pause > TimeSpan.Zero && !await delay(pause, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            var length = text.Span.IndexOf((byte)'\n') + 1;
            length = length == 0 ? text.Length : length;
            if (!await LineAsync(text[..length], current?.CharacterInterval ?? default, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            text = text[length..];
            previous = current;
            line++;
        }
        while (text.Length > 0);

        return true;
    }

    private async ValueTask<bool> LineAsync(ReadOnlyMemory<byte> line, TimeSpan interval, CancellationToken cancellationToken)
    {
        while (line.Length > 0)
        {
            var length = interval == TimeSpan.Zero ? line.Length : Character(line.Span);
            output.Write(line.Span[..length]);
            line = line[length..];
            if (interval > TimeSpan.Zero && !await delay(interval, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bytes of the first character; CR LF counts as one.</summary>
    private static int Character(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\r\n"u8))
        {
            return 2;
        }

        var length = 1;
        while (length < text.Length && (text[length] & 0xc0) == 0x80)
        {
            length++;
        }

        return length;
    }
}
