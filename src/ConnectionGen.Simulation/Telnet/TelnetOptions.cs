using System.Buffers;

namespace ConnectionGen.Simulation;

/// <summary>
/// Which options are on, on either side. An answer is sent only where something changes (RFC 1143), so two well-behaved ends
/// never answer each other forever.
/// </summary>
internal sealed class TelnetOptions
{
    private readonly State[] _ours = new State[256];
    private readonly State[] _theirs = new State[256];

    private enum State : byte
    {
        No,
        Asked,
        Yes,
    }

    /// <summary>True while the device echoes what is typed: unless the client refuses it.</summary>
    public bool Echoes => _ours[TelnetBytes.Echo] != State.No;

    /// <summary>True where the client may send bytes of any kind, a CR without LF or NUL too.</summary>
    public bool SendsBinary => _ours[TelnetBytes.Binary] == State.Yes;

    /// <summary>What the device asks for when a session begins.</summary>
    public void Begin(IBufferWriter<byte> replies)
    {
        _ours[TelnetBytes.Echo] = State.Asked;
        _ours[TelnetBytes.SuppressGoAhead] = State.Asked;
        _theirs[TelnetBytes.TerminalType] = State.Asked;
        _theirs[TelnetBytes.WindowSize] = State.Asked;
        Send(replies, TelnetBytes.Will, TelnetBytes.Echo);
        Send(replies, TelnetBytes.Will, TelnetBytes.SuppressGoAhead);
        Send(replies, TelnetBytes.Do, TelnetBytes.TerminalType);
        Send(replies, TelnetBytes.Do, TelnetBytes.WindowSize);
    }

    public void Received(byte verb, byte option, IBufferWriter<byte> replies)
    {
        switch (verb)
        {
            case TelnetBytes.Do:
                TurnOn(ref _ours[option], WeDo(option), TelnetBytes.Will, TelnetBytes.Wont, option, replies);
                break;
            case TelnetBytes.Will:
                TurnOn(ref _theirs[option], TheyMay(option), TelnetBytes.Do, TelnetBytes.Dont, option, replies);
                if (option == TelnetBytes.TerminalType)
                {
                    replies.Write<byte>([TelnetBytes.Iac, TelnetBytes.Sb, TelnetBytes.TerminalType, 1, TelnetBytes.Iac, TelnetBytes.Se]);
                }

                break;
            case TelnetBytes.Dont:
                TurnOff(ref _ours[option], TelnetBytes.Wont, option, replies);
                break;
            default:
                TurnOff(ref _theirs[option], TelnetBytes.Dont, option, replies);
                break;
        }
    }

    private static bool WeDo(byte option) => option is TelnetBytes.Echo or TelnetBytes.SuppressGoAhead or TelnetBytes.Binary;

    private static bool TheyMay(byte option) => option is TelnetBytes.TerminalType or TelnetBytes.WindowSize or TelnetBytes.SuppressGoAhead or TelnetBytes.Binary;

    private static void TurnOn(ref State state, bool isKnown, byte yes, byte no, byte option, IBufferWriter<byte> replies)
    {
        if (!isKnown)
        {
            Send(replies, no, option);
            return;
        }

        if (state == State.No)
        {
            Send(replies, yes, option);
        }

        state = State.Yes;
    }

    private static void TurnOff(ref State state, byte no, byte option, IBufferWriter<byte> replies)
    {
        if (state == State.Yes)
        {
            Send(replies, no, option);
        }

        state = State.No;
    }

    private static void Send(IBufferWriter<byte> replies, byte verb, byte option) => replies.Write<byte>([TelnetBytes.Iac, verb, option]);
}
