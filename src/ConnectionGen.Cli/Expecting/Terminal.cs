using System.Text;
using ConnectionGen.Cli.Screens;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Expecting;

/// <summary>
/// A terminal session: sends text, and waits for text that matches. Text stays until a wait has used it; what a wait uses, it gives back.
/// </summary>
/// <remarks>One operation at a time.</remarks>
/// <example><code>
/// await using var terminal = new Terminal(await TelnetTransport.ConnectAsync("192.0.2.1"));
/// await terminal.ExpectAsync([new TextPattern("login prompt", new Regex("login: $"))], TimeSpan.FromSeconds(10));
/// await terminal.SendLineAsync("admin");
/// </code></example>
public sealed class Terminal : IAsyncDisposable
{
    /// <summary>How long nothing must come before what has come is taken for the whole, and not for a piece of it.</summary>
    internal static readonly TimeSpan QuietForPieces = TimeSpan.FromMilliseconds(5);

    private const int BufferSize = 16 * 1024;

    private readonly ITransport _transport;
    private readonly TerminalSettings _settings;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private byte[] _outgoing = new byte[256];
    private long _from;
    private bool _isClosed;
    private bool _asksWithoutBlank; // the device's pager

    /// <summary>Makes a session over a transport that is open, and owns it from then on.</summary>
    /// <param name="transport">What carries the bytes.</param>
    /// <param name="settings">What else to know.</param>
    public Terminal(ITransport transport, TerminalSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
        _settings = settings ?? new TerminalSettings();
        Screen = new Screen(_settings.Columns);
        Searcher = new PatternSearch(Screen);
        Redactor = _settings.Record?.Redactor ?? new Redactor();
    }

    /// <summary>What came and has not been used yet.</summary>
    public string Received => string.Concat(
        _from < Screen.FinishedLength ? Screen.ReadLines(Math.Max(_from, Screen.FinishedStart), Screen.FinishedLength) : "",
        Encoding.UTF8.GetString(Screen.LastLine));

    /// <summary>False once the far side has closed the link.</summary>
    public bool IsOpen => !_isClosed && _transport.IsOpen;

    /// <summary>True once the end of the link was seen here; asks the transport nothing.</summary>
    internal bool HasEnded => _isClosed;

    /// <summary>What the transport knows about its end, as the last sentence of a message.</summary>
    internal string Ending => _transport.Ending is { } ending ? " " + Redactor.Redact(ending) : "";

    internal Screen Screen { get; }

    internal PatternSearch Searcher { get; }

    internal Redactor Redactor { get; }

    /// <summary>The mode that the device is in, for messages.</summary>
    internal string? Mode { get; set; }

    /// <summary>True if one read brought all of the last line, and had room for more.</summary>
    internal bool LastLineCameWhole { get; private set; }

    /// <summary>What is sent for Enter.</summary>
    internal string Enter => _settings.Enter;

    internal TimeProvider TimeProvider => _settings.TimeProvider;

    /// <summary>Sends text as it is.</summary>
    /// <param name="text">What to send, as UTF-8.</param>
    /// <param name="cancellationToken">Ends the attempt. Part of the text may have been sent by then, so that the session is closed.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    public ValueTask SendAsync(string text, CancellationToken cancellationToken = default) => WriteAsync(text, "", cancellationToken);

    /// <summary>Sends text and Enter.</summary>
    /// <param name="text">What to send, as UTF-8.</param>
    /// <param name="cancellationToken">Ends the attempt. Part of the text may have been sent by then, so that the session is closed.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    public ValueTask SendLineAsync(string text, CancellationToken cancellationToken = default) => WriteLineAsync(text, cancellationToken);

    /// <summary>Sends a secret and Enter. The secret appears in no message, also if the device echoes it.</summary>
    /// <param name="secret">What to send, as UTF-8.</param>
    /// <param name="cancellationToken">Ends the attempt. Part of the text may have been sent by then, so that the session is closed.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    public ValueTask SendSecretLineAsync(string secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        Redactor.Add(secret);
        return WriteLineAsync(secret, cancellationToken);
    }

    /// <summary>Waits for the first of several patterns: the first by position, then by order. Text up to the end of the match is then used.</summary>
    /// <param name="patterns">What to wait for; at least one.</param>
    /// <param name="limit">How long at most, all in all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <exception cref="ExpectTimeoutException">Nothing matched within the limit; the text stays.</exception>
    /// <exception cref="LinkClosedException">The link was closed before anything matched; the text stays.</exception>
    public async ValueTask<TextMatch> ExpectAsync(IReadOnlyList<TextPattern> patterns, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        using var deadline = new Deadline(TimeProvider, limit, cancellationToken);
        return await ExpectAsync(patterns, deadline).ConfigureAwait(false);
    }

    /// <summary>Takes what has come, and waits a little for more as long as more comes.</summary>
    /// <param name="quiet">How long nothing must come before the text is taken for complete.</param>
    /// <param name="limit">How long at most, all in all.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <returns>The text; empty if nothing came.</returns>
    public async ValueTask<string> ReceiveAsync(TimeSpan quiet, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        using var deadline = new Deadline(TimeProvider, limit, cancellationToken);
        while (await FillWithinAsync(quiet, deadline).ConfigureAwait(false) == Fill.Data)
        {
            if (deadline.IsOver)
                break;
        }

        var text = Received;
        Forget();
        return text;
    }

    /// <summary>Forgets what came and has not been used.</summary>
    public void Forget()
    {
        Screen.Clear();
        _from = 0;
        Searcher.Reset(0);
    }

    /// <summary>Forgets the finished lines; the last line, with the prompt, stays, so that what is typed stands behind it.</summary>
    internal void KeepLastLine()
    {
        Screen.Discard(Screen.FinishedLength);
        _from = 0;
        Searcher.Reset(0);
    }

    /// <summary>Text before a position is used; finished lines there need no memory any more.</summary>
    internal void ForgetLinesBefore(long position)
    {
        Screen.ForgetLinesBefore(position);
        _from = Math.Max(_from, position);
    }

    /// <summary>Text before a position is used, so that no later wait finds it.</summary>
    internal void Use(long position)
    {
        _from = Screen.Discard(position);
        Searcher.Reset(_from);
    }

    /// <summary>Ends this session but not its transport, which another one goes on with.</summary>
    internal ITransport HandOver()
    {
        _isClosed = true;
        Screen.Dispose();
        return _transport;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _transport.DisposeAsync().ConfigureAwait(false);
        _settings.Record?.End();
        Screen.Dispose();
    }

    internal async ValueTask<TextMatch> ExpectAsync(IReadOnlyList<TextPattern> patterns, Deadline deadline)
    {
        if (patterns.Count == 0)
            throw new ArgumentException("There is nothing to wait for.", nameof(patterns));
        Searcher.Reset(_from);
        while (true)
        {
            if (Searcher.Search(patterns, _from) is { } found)
                return Use(patterns, found);
            await FillOrThrowAsync(deadline, patterns).ConfigureAwait(false);
        }
    }

    /// <summary>Reads once; a deadline that has passed or a closed link is an exception that names what was awaited.</summary>
    internal async ValueTask FillOrThrowAsync(Deadline deadline, IReadOnlyList<TextPattern> awaited)
    {
        switch (await FillAsync(deadline).ConfigureAwait(false))
        {
            case Fill.TimedOut:
                throw ExpectTimeoutException.For(this, awaited, deadline.Limit);
            case Fill.Closed:
                throw LinkClosedException.While(this, awaited);
        }
    }

    /// <summary>Reads once into the screen, and answers a pager if one stands there then.</summary>
    internal async ValueTask<Fill> FillAsync(Deadline deadline)
    {
        deadline.ThrowIfCancelled();
        if (_isClosed)
            return Fill.Closed;
        // also while there is always more to read: text that never ends has a deadline, too
        if (deadline.IsOver)
            return Fill.TimedOut;
        var count = _transport.CanTryRead ? ReadSpin.Shared.Read(_transport, _buffer) : 0;
        if (count == 0)
        {
            try
            {
                count = await _transport.ReadAsync(_buffer, deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (deadline.EndedWait)
            {
                return Fill.TimedOut;
            }
        }

        if (count <= 0)
        {
            _isClosed = true;
            return Fill.Closed;
        }

        var (lines, wasEmpty) = (Screen.LineCount, Screen.LastLine.IsEmpty);
        TakeIn(count);
        LastLineCameWhole = (wasEmpty || Screen.LineCount > lines) && count < BufferSize;
        try
        {
            return await AnswerTerminalAsync(deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            return Fill.TimedOut;
        }
    }

    /// <summary>Reads once, but waits no longer than a quiet time: <see cref="Fill.TimedOut"/> means that nothing more came.</summary>
    internal async ValueTask<Fill> FillWithinAsync(TimeSpan quiet, Deadline deadline)
    {
        using var shorter = new Deadline(TimeProvider, deadline.Left == Timeout.InfiniteTimeSpan || quiet < deadline.Left ? quiet : deadline.Left, deadline.UserToken);
        return await FillAsync(shorter).ConfigureAwait(false);
    }

    /// <summary>Takes in what has come without waiting.</summary>
    internal void TakePending()
    {
        while (_transport.CanTryRead && !_isClosed)
        {
            var count = _transport.TryRead(_buffer);
            if (count < 0)
                _isClosed = true;
            if (count <= 0)
                return;
            TakeIn(count);
        }
    }

    private void TakeIn(int count)
    {
        _settings.Record?.Received(_buffer.AsSpan(0, count));
        Screen.Write(_buffer.AsSpan(0, count));
    }

    internal string Describe()
    {
        var name = _settings.Name?.Invoke();
        return name is null ? _transport.Description : $"{name} ({_transport.Description})";
    }

    private TextMatch Use(IReadOnlyList<TextPattern> patterns, PatternSearch.Found found)
    {
        var match = new TextMatch(patterns[found.Index], found.Index, ReadBetween(_from, found.Start), ReadBetween(found.Start, found.End));
        Use(found.End);
        return match;
    }

    private string ReadBetween(long from, long to)
    {
        var finished = Screen.FinishedLength;
        var lines = from < finished ? Screen.ReadLines(from, Math.Min(to, finished)) : "";
        if (to <= finished)
            return lines;
        var last = Screen.LastLine;
        var begin = (int)Math.Max(0, from - finished);
        return string.Concat(lines, Encoding.UTF8.GetString(last[begin..(int)Math.Min(last.Length, to - finished)]));
    }

    private async ValueTask<Fill> AnswerTerminalAsync(Deadline deadline)
    {
        for (var requests = Screen.TakePositionRequests(); requests > 0; requests--)
            await WriteAsync("\e[0;0R", "", deadline.Token).ConfigureAwait(false);
        foreach (var pager in _settings.Pagers)
        {
            var start = Searcher.MatchLastLine(pager.Question, out _);
            if (start < 0)
                continue;
            // the blank behind the question may be a piece of its own, and would stand before the next line; a device that sends none is waited for once
            if (!_asksWithoutBlank && !Screen.LastLine.EndsWith(" "u8))
            {
                if (await FillWithinAsync(QuietForPieces, deadline).ConfigureAwait(false) is var more and not Fill.TimedOut)
                    return more;
                _asksWithoutBlank = true;
            }

            Screen.KeepOfLastLine(start);
            await WriteAsync(pager.Key, "", deadline.Token).ConfigureAwait(false);
            break;
        }

        return Fill.Data;
    }

    private ValueTask WriteLineAsync(string text, CancellationToken cancellationToken)
    {
        if (!_transport.EchoesEnter)
            Screen.Write("\n"u8);
        return WriteAsync(text, _settings.Enter, cancellationToken);
    }

    private async ValueTask WriteAsync(string text, string end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        var most = Encoding.UTF8.GetMaxByteCount(text.Length + end.Length);
        if (_outgoing.Length < most)
            _outgoing = new byte[most];
        var count = Encoding.UTF8.GetBytes(text, _outgoing);
        count += Encoding.UTF8.GetBytes(end, _outgoing.AsSpan(count));
        _settings.Record?.Typed(_outgoing.AsSpan(0, count));
        try
        {
            await _transport.WriteAsync(_outgoing.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            _isClosed = true;
            throw LinkClosedException.WhileSending(this, e);
        }
        catch (OperationCanceledException)
        {
            _isClosed = true; // part of a line may stand at the prompt now: what is typed next would be appended to it
            throw;
        }
    }
}

/// <summary>What one read has brought.</summary>
internal enum Fill
{
    Data,
    TimedOut,
    Closed,
}
