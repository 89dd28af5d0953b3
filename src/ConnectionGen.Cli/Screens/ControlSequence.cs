namespace ConnectionGen.Cli.Screens;

/// <summary>Reads ANSI control sequences byte by byte, so that they may be split anywhere.</summary>
internal sealed class ControlSequence
{
    // a string sequence (a window title) that never ends must not swallow the session
    private const int StringLimit = 2048;

    private readonly int[] _parameters = new int[8];
    private State _state;
    private int _count;
    private int _swallowed;
    private bool _isPrivate;

    private enum State : byte
    {
        None,
        Escape,
        Charset,
        Csi,
        String,
        StringEscape,
    }

    public bool IsOpen => _state != State.None;

    /// <summary>The first parameter, or what stands for an absent one.</summary>
    public int Parameter(int absent, int index = 0) => index < _count && _parameters[index] > 0 ? _parameters[index] : absent;

    public void Begin()
    {
        _state = State.Escape;
        _count = 0;
        _isPrivate = false;
        _parameters.AsSpan().Clear();
    }

    /// <summary>Takes the next byte.</summary>
    /// <returns>The final byte of a CSI sequence that is complete and not private; otherwise 0.</returns>
    public byte Take(byte b)
    {
        switch (_state)
        {
            case State.Escape:
                TakeEscape(b);
                return 0;
            case State.Csi:
                return TakeCsi(b);
            case State.String:
                TakeString(b);
                return 0;
            case State.StringEscape:
                // anything but the terminator begins a sequence of its own
                _state = State.None;
                if (b != '\\')
                {
                    Begin();
                    TakeEscape(b);
                }

                return 0;
            default:
                _state = State.None;
                return 0;
        }
    }

    private void TakeEscape(byte b)
    {
        _swallowed = 0;
        _state = b switch
        {
            (byte)'[' => State.Csi,
            (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_' => State.String,
            >= 0x20 and <= 0x2F => State.Charset,
            0x1B => State.Escape,
            _ => State.None,
        };
    }

    private byte TakeCsi(byte b)
    {
        switch (b)
        {
            case >= (byte)'0' and <= (byte)'9':
                if (_count == 0)
                    _count = 1;
                if (_count <= _parameters.Length && _parameters[_count - 1] < 100_000)
                    _parameters[_count - 1] = _parameters[_count - 1] * 10 + (b - '0');
                return 0;
            case (byte)';' or (byte)':':
                _count = Math.Max(_count, 1) + 1;
                if (_count > _parameters.Length)
                    _count = _parameters.Length;
                return 0;
            case >= 0x3C and <= 0x3F:
                _isPrivate = true;
                return 0;
            case >= 0x20 and <= 0x2F:
                return 0;
            case 0x1B:
                Begin();
                return 0;
            default:
                _state = State.None;
                return _isPrivate || b < 0x40 ? (byte)0 : b;
        }
    }

    private void TakeString(byte b)
    {
        if (b == 0x07 || ++_swallowed > StringLimit)
            _state = State.None;
        else if (b == 0x1B)
            _state = State.StringEscape;
    }
}
