using System.Text;

namespace ConnectionGen.Cli.Transports;

/// <summary>The end of what a program writes to its standard error.</summary>
internal sealed class ErrorTail
{
    private const int Most = 2048;

    private readonly StringBuilder _text = new();

    /// <summary>The text, its lines joined by <c>; </c>.</summary>
    public string Text
    {
        get
        {
            lock (_text)
                return string.Join("; ", _text.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    /// <summary>Reads to the end, so that the program never waits for a reader.</summary>
    public async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
                Add(buffer.AsSpan(0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // the program is gone
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        lock (_text)
        {
            _text.Append(text);
            if (_text.Length > Most)
                _text.Remove(0, _text.Length - Most);
        }
    }
}
