namespace ConnectionGen.Tool;

/// <summary>
/// One status line at the end of a terminal, written over and over: how many devices are done, and which are awaited. It steps aside for what is printed
/// meanwhile. One line needs no library.
/// </summary>
internal sealed class LiveLine(TextWriter terminal, int? width, IReadOnlyCollection<string> devices) : IDisposable
{
    private const string Erase = "\r\e[K";

    private readonly Lock _one = new();
    private readonly List<string> _awaited = [.. devices];
    private int _failed;

    /// <summary>Prints something above the line.</summary>
    public void Above(Action print)
    {
        lock (_one)
        {
            Write("");
            print();
            Write(Text());
        }
    }

    /// <summary>A device is done.</summary>
    public void Done(DeviceResult result)
    {
        lock (_one)
        {
            _awaited.Remove(result.Device);
            _failed += result.Failure is null ? 0 : 1;
            Write(Text());
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_one)
            Write("");
    }

    private string Text()
    {
        if (_awaited.Count == 0)
            return "";

        var failed = _failed == 0 ? "" : $", {_failed} failed";
        var text = $"{devices.Count - _awaited.Count} of {devices.Count} done{failed}; waiting for {string.Join(", ", _awaited)}";
        // the last column stays free: some terminals go to the next line when it is written
        return width is { } columns && text.Length >= columns ? string.Concat(text.AsSpan(0, Math.Max(0, columns - 2)), "…") : text;
    }

    private void Write(string text)
    {
        if (width is null)
            return;

        terminal.Write(Erase + text);
        terminal.Flush();
    }
}
