using System.Text;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Recording;

/// <summary>
/// What one side of a session says, secrets taken out. The end of the text waits as long as it may be the begin of a secret, so that one that comes
/// in pieces is found, whatever the other side says in between.
/// </summary>
internal sealed class RecordedSide(SessionDirection direction, Redactor redactor)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly Queue<RecordedPiece> _open = []; // the pieces of the text that waits
    private string _waiting = "";

    /// <summary>Takes in a piece; null where its bytes are no whole character yet.</summary>
    public RecordedPiece? Add(TimeSpan at, ReadOnlySpan<byte> bytes)
    {
        var text = Decode(bytes, isEnd: false);
        return text.Length == 0 ? null : Add(at, text);
    }

    /// <summary>Nothing comes any more: what waits is no secret, but may be most of one.</summary>
    public void End()
    {
        var rest = Decode([], isEnd: true);
        if (rest.Length > 0 && _open.Count > 0)
        {
            _open.Peek().Length += rest.Length;
            _waiting += rest;
        }

        Settle(_waiting.Length, redactor.FindCutOff(_waiting));
    }

    private RecordedPiece Add(TimeSpan at, string text)
    {
        var piece = new RecordedPiece(at, direction) { Length = text.Length };
        _open.Enqueue(piece);
        _waiting = _waiting.Length == 0 ? text : _waiting + text;
        var secrets = redactor.Find(_waiting);
        Settle(Settled(secrets), secrets);
        return piece;
    }

    // How much of the text can become no other any more.
    private int Settled(List<Range> secrets)
    {
        var settled = _waiting.Length - redactor.BegunAtEnd(_waiting);
        foreach (var secret in secrets)
        {
            if (secret.Start.Value < settled && secret.End.Value > settled)
                return secret.Start.Value;
        }

        return settled;
    }

    private void Settle(int settled, List<Range> secrets)
    {
        var at = 0;
        foreach (var secret in secrets.TakeWhile(secret => secret.End.Value <= settled))
        {
            Give(_waiting.AsSpan(at, secret.Start.Value - at));
            _open.Peek().Text.Append(Redactor.Instead);
            Drop(secret.End.Value - secret.Start.Value);
            at = secret.End.Value;
        }

        Give(_waiting.AsSpan(at, settled - at));
        _waiting = _waiting[settled..];
    }

    private void Give(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var part = text[..Math.Min(text.Length, _open.Peek().Length)];
            _open.Peek().Text.Append(part);
            Drop(part.Length);
            text = text[part.Length..];
        }
    }

    private void Drop(int length)
    {
        while (length > 0)
        {
            var piece = _open.Peek();
            var part = Math.Min(length, piece.Length);
            piece.Length -= part;
            length -= part;
            if (piece.Length == 0)
                _open.Dequeue();
        }
    }

    private string Decode(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        return new string(characters, 0, _decoder.GetChars(bytes, characters, isEnd));
    }
}

/// <summary>A piece on its way into a record.</summary>
internal sealed class RecordedPiece(TimeSpan at, SessionDirection direction)
{
    public TimeSpan At => at;

    public SessionDirection Direction => direction;

    /// <summary>What is known to be no secret, and has not been handed on.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>How much of it waits.</summary>
    public int Length { get; set; }
}
