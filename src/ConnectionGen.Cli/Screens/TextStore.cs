using System.Buffers;
using System.Text;

namespace ConnectionGen.Cli.Screens;

/// <summary>
/// Finished lines as UTF-8, each with its line feed, in pieces that are never copied again: a byte of output costs a byte here.
/// A piece holds whole characters, so that each decodes alone.
/// </summary>
internal sealed class TextStore : IDisposable
{
    private const int FirstPiece = 4 * 1024;
    private const int LargestPiece = 256 * 1024;

    private readonly List<Piece> _pieces = [];
    private long _forgotten; // bytes at the front that are held no more

    private struct Piece(byte[] bytes)
    {
        public readonly byte[] Bytes = bytes;
        public int Length;
    }

    /// <summary>Where the text ends, counted from the last <see cref="Clear"/>, also what was forgotten since.</summary>
    public long Length { get; private set; }

    /// <summary>Where the text that is held begins.</summary>
    public long Start => _forgotten;

    public void AppendLine(ReadOnlySpan<byte> line)
    {
        var room = Reserve(line.Length + 1);
        line.CopyTo(room);
        room[line.Length] = (byte)'\n';
    }

    /// <summary>The bytes from a position on that lie together; empty at the end.</summary>
    public ReadOnlySpan<byte> From(long position)
    {
        position -= _forgotten;
        foreach (ref readonly var piece in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces))
        {
            if (position < piece.Length)
                return piece.Bytes.AsSpan((int)position, piece.Length - (int)position);
            position -= piece.Length;
        }

        return [];
    }

    /// <summary>The last line, without its line feed; empty if there is none.</summary>
    public ReadOnlySpan<byte> LastLine()
    {
        if (Length == 0)
            return [];
        var piece = _pieces[^1];
        var bytes = piece.Bytes.AsSpan(0, piece.Length - 1);
        return bytes[(bytes.LastIndexOf((byte)'\n') + 1)..];
    }

    /// <summary>The text between two positions, each at the start of a line or the end.</summary>
    public string Read(long from, long to)
    {
        long characters = 0;
        for (var at = from; at < to;)
        {
            var bytes = Slice(at, to);
            characters += Encoding.UTF8.GetCharCount(bytes);
            at += bytes.Length;
        }

        return string.Create(checked((int)characters), (Store: this, from, to), static (text, range) =>
        {
            for (var at = range.from; at < range.to;)
            {
                var bytes = range.Store.Slice(at, range.to);
                text = text[Encoding.UTF8.GetChars(bytes, text)..];
                at += bytes.Length;
            }
        });
    }

    /// <summary>Forgets text at the front, as far as whole pieces allow. Positions stay what they are.</summary>
    public void ForgetBefore(long position)
    {
        while (_pieces.Count > 1 && _forgotten + _pieces[0].Length <= position)
        {
            ArrayPool<byte>.Shared.Return(_pieces[0].Bytes);
            _forgotten += _pieces[0].Length;
            _pieces.RemoveAt(0);
        }
    }

    /// <summary>Forgets the text; the first piece is kept for the next.</summary>
    public void Clear()
    {
        for (var i = _pieces.Count - 1; i >= 1; i--)
            ArrayPool<byte>.Shared.Return(_pieces[i].Bytes);
        if (_pieces.Count > 0)
        {
            _pieces.RemoveRange(1, _pieces.Count - 1);
            _pieces[0] = new Piece(_pieces[0].Bytes);
        }

        Length = _forgotten = 0;
    }

    public void Dispose()
    {
        foreach (var piece in _pieces)
            ArrayPool<byte>.Shared.Return(piece.Bytes);
        _pieces.Clear();
        Length = _forgotten = 0;
    }

    private ReadOnlySpan<byte> Slice(long from, long to)
    {
        var bytes = From(from);
        return bytes.Length > to - from ? bytes[..(int)(to - from)] : bytes;
    }

    private Span<byte> Reserve(int count)
    {
        var pieces = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces);
        if (pieces.Length == 0 || pieces[^1].Bytes.Length - pieces[^1].Length < count)
        {
            var size = pieces.Length == 0 ? FirstPiece : Math.Min(LargestPiece, pieces[^1].Bytes.Length * 4);
            _pieces.Add(new Piece(ArrayPool<byte>.Shared.Rent(Math.Max(size, count))));
            pieces = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces);
        }

        ref var last = ref pieces[^1];
        var room = last.Bytes.AsSpan(last.Length, count);
        last.Length += count;
        Length += count;
        return room;
    }
}
