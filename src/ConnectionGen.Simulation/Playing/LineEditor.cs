using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>What a typed byte led to.</summary>
internal enum TypedAction
{
    /// <summary>More must be typed.</summary>
    None,

    /// <summary>Enter: <see cref="LineEditor.Line"/> is complete.</summary>
    Line,

    /// <summary>A key of the state: <see cref="LineEditor.Key"/>.</summary>
    Key,

    /// <summary>Ctrl-C without an entry in the data.</summary>
    Interrupt,

    /// <summary>Ctrl-D on an empty line.</summary>
    End,
}

/// <summary>Typed bytes to lines and keys: echo, CR, LF, CR LF and CR NUL, back-space, Ctrl-U, Ctrl-W, keys without Enter by longest match.</summary>
internal sealed class LineEditor(int longestLine)
{
    private const byte CtrlC = 3;
    private const byte CtrlD = 4;
    private const byte BackSpace = 8;
    private const byte CtrlU = 21;
    private const byte CtrlW = 23;
    private const byte Delete = 127;
    private readonly List<byte> _line = [];
    private readonly List<byte> _held = [];
    private readonly Queue<byte> _again = [];
    private bool _afterReturn;

    /// <summary>The line that Enter ended.</summary>
    public string Line { get; private set; } = "";

    /// <summary>The key that was pressed.</summary>
    public MockKey? Key { get; private set; }

    /// <summary>True while typed bytes may still become a longer key.</summary>
    public bool IsHolding => _held.Count > 0;

    /// <summary>True while nothing is typed on the line.</summary>
    public bool IsEmpty => _line.Count == 0 && _held.Count == 0;

    /// <summary>Takes a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="keys">The keys of the state.</param>
    /// <param name="echo">What is to be shown; null for nothing.</param>
    public TypedAction Typed(byte value, IReadOnlyList<MockKey> keys, Action<ReadOnlySpan<byte>>? echo)
    {
        var isSecondOfPair = _afterReturn && (value is (byte)'\n' or 0);
        _afterReturn = false;
        if (isSecondOfPair)
        {
            return TypedAction.None;
        }

        if (keys.Count > 0 && (_held.Count > 0 || _line.Count == 0 || value < 0x20))
        {
            return TypedAsKey(value, keys, echo);
        }

        return TypedAsText(value, echo);
    }

    /// <summary>A byte that was held for a longer key and has to be typed again.</summary>
    public bool TryTakeAgain(out byte value) => _again.TryDequeue(out value);

    /// <summary>Nothing more came for a while, or something that does not fit: the longest key of what is held counts, the rest is typed again.</summary>
    public TypedAction GiveUpHolding(IReadOnlyList<MockKey> keys, Action<ReadOnlySpan<byte>>? echo)
    {
        Key = null;
        var used = _held.Count;
        while (used > 0 && (Key = Complete(keys, used)) is null)
        {
            used--;
        }

        var action = Key is null ? TypedAsText(_held[0], echo) : Pressed();
        foreach (var value in _held.Skip(Math.Max(1, used)))
        {
            _again.Enqueue(value);
        }

        _held.Clear();
        return action;
    }

    /// <summary>Forgets what is typed.</summary>
    public void Clear()
    {
        _line.Clear();
        _held.Clear();
        _again.Clear();
    }

    private TypedAction Pressed()
    {
        _line.Clear();
        return TypedAction.Key;
    }

    private TypedAction TypedAsKey(byte value, IReadOnlyList<MockKey> keys, Action<ReadOnlySpan<byte>>? echo)
    {
        _held.Add(value);
        var mayGrow = false;
        foreach (var key in keys)
        {
            mayGrow |= key.Bytes.Length > _held.Count && StartsWithHeld(key.Bytes.Span, _held.Count);
        }

        if (mayGrow)
        {
            return TypedAction.None;
        }

        return _held.Count == 1 && Complete(keys, 1) is null ? NotHeld(value, echo) : GiveUpHolding(keys, echo);
    }

    private TypedAction NotHeld(byte value, Action<ReadOnlySpan<byte>>? echo)
    {
        _held.Clear();
        return TypedAsText(value, echo);
    }

    private bool StartsWithHeld(ReadOnlySpan<byte> key, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (key[i] != _held[i])
            {
                return false;
            }
        }

        return true;
    }

    private MockKey? Complete(IReadOnlyList<MockKey> keys, int length)
    {
        foreach (var key in keys)
        {
            if (key.Bytes.Length == length && StartsWithHeld(key.Bytes.Span, length))
            {
                return key;
            }
        }

        return null;
    }

    private TypedAction TypedAsText(byte value, Action<ReadOnlySpan<byte>>? echo)
    {
        switch (value)
        {
            case (byte)'\r' or (byte)'\n':
                _afterReturn = value == (byte)'\r';
                echo?.Invoke("\r\n"u8);
                Line = Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_line));
                _line.Clear();
                return TypedAction.Line;
            case CtrlC:
                _line.Clear();
                return TypedAction.Interrupt;
            case CtrlD when _line.Count == 0:
                return TypedAction.End;
            case BackSpace or Delete:
                Erase(1, echo);
                return TypedAction.None;
            case CtrlU:
                Erase(_line.Count, echo);
                return TypedAction.None;
            case CtrlW:
                Erase(LastWord(), echo);
                return TypedAction.None;
            case < 0x20 and not (byte)'\t':
                return TypedAction.None;
            default:
                Insert(value, echo);
                return TypedAction.None;
        }
    }

    private void Insert(byte value, Action<ReadOnlySpan<byte>>? echo)
    {
        if (_line.Count >= longestLine)
        {
            throw new SessionEndedException($"the client typed a line longer than {longestLine} bytes");
        }

        _line.Add(value);
        echo?.Invoke([value]);
    }

    private void Erase(int characters, Action<ReadOnlySpan<byte>>? echo)
    {
        for (; characters > 0 && _line.Count > 0; characters--)
        {
            while (_line.Count > 1 && (_line[^1] & 0xc0) == 0x80)
            {
                _line.RemoveAt(_line.Count - 1);
            }

            _line.RemoveAt(_line.Count - 1);
            echo?.Invoke("\b \b"u8);
        }
    }

    private int LastWord()
    {
        var at = _line.Count;
        while (at > 0 && _line[at - 1] == (byte)' ')
        {
            at--;
        }

        while (at > 0 && _line[at - 1] != (byte)' ')
        {
            at--;
        }

        return _line.Count - at;
    }
}
