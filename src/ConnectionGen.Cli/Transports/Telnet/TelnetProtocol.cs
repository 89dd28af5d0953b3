using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using static ConnectionGen.Cli.Transports.TelnetCodes;

namespace ConnectionGen.Cli.Transports;

/// <summary>
/// The Telnet protocol without a socket: takes commands out of the bytes that come, however they are split, and collects the answers to them.
/// </summary>
internal sealed class TelnetProtocol(TelnetSettings settings)
{
    // a subnegotiation that we understand is a few bytes long; of others the rest is dropped
    private const int SubnegotiationLimit = 256;

    private readonly ArrayBufferWriter<byte> _replies = new(64);
    private readonly byte[] _subnegotiation = new byte[SubnegotiationLimit];
    private readonly bool[] _ours = new bool[256];
    private readonly bool[] _theirs = new bool[256];
    private int _subnegotiationLength;
    private State _state;
    private byte _verb;
    private bool _afterReturn;

    private enum State : byte
    {
        Data,
        Command,
        Option,
        Subnegotiation,
        SubnegotiationCommand,
    }

    /// <summary>What is to be sent in answer to what came.</summary>
    public ReadOnlyMemory<byte> Replies => _replies.WrittenMemory;

    public bool SendsBinary => _ours[Binary];

    public void ClearReplies() => _replies.ResetWrittenCount();

    /// <summary>Takes the protocol out of the bytes, in place.</summary>
    /// <returns>The number of data bytes that remain, at the front.</returns>
    public int Decode(Span<byte> bytes)
    {
        int from = 0, to = 0;
        while (from < bytes.Length)
        {
            if (_state == State.Data)
                TakeData(bytes, ref from, ref to);
            else
                TakeProtocol(bytes[from++], bytes, ref to);
        }

        return to;
    }

    /// <summary>Writes data as the protocol wants it: 255 doubled, and a NUL after a return that no line feed follows.</summary>
    public ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.IndexOf(Iac) < 0 && (SendsBinary || span.IndexOf((byte)'\r') < 0))
            return data;
        var encoded = new ArrayBufferWriter<byte>(span.Length + 16);
        for (var i = 0; i < span.Length; i++)
        {
            var b = span[i];
            Append(encoded, b);
            if (b == Iac)
                Append(encoded, Iac);
            else if (b == '\r' && !SendsBinary && (i + 1 == span.Length || span[i + 1] != '\n'))
                Append(encoded, 0);
        }

        return encoded.WrittenMemory;
    }

    private void TakeData(Span<byte> bytes, ref int from, ref int to)
    {
        var rest = bytes[from..];
        var length = rest.IndexOfAny(Iac, (byte)0);
        if (length < 0)
            length = rest.Length;
        if (length > 0)
        {
            if (from != to)
                rest[..length].CopyTo(bytes[to..]);
            from += length;
            to += length;
            _afterReturn = bytes[to - 1] == '\r';
            return;
        }

        if (bytes[from++] == Iac)
            _state = State.Command;
        else if (!_afterReturn || _theirs[Binary])
            bytes[to++] = 0;
        else
            _afterReturn = false;
    }

    private void TakeProtocol(byte b, Span<byte> bytes, ref int to)
    {
        switch (_state)
        {
            case State.Command when b == Iac:
                bytes[to++] = Iac;
                _afterReturn = false;
                _state = State.Data;
                break;
            case State.Command when b is Will or Wont or Do or Dont:
                _verb = b;
                _state = State.Option;
                break;
            case State.Command when b == Subnegotiation:
                _subnegotiationLength = 0;
                _state = State.Subnegotiation;
                break;
            case State.Command:
                _state = State.Data;
                break;
            case State.Option:
                Answer(_verb, b);
                _state = State.Data;
                break;
            case State.Subnegotiation when b == Iac:
                _state = State.SubnegotiationCommand;
                break;
            case State.Subnegotiation:
                KeepSubnegotiation(b);
                break;
            case State.SubnegotiationCommand when b == Iac:
                KeepSubnegotiation(Iac);
                _state = State.Subnegotiation;
                break;
            default:
                AnswerSubnegotiation();
                _state = State.Data;
                break;
        }
    }

    // An option's answer is given once per change, so that two sides never answer each other's answers.
    private void Answer(byte verb, byte option)
    {
        var ours = verb is Do or Dont;
        var on = verb is Do or Will;
        var known = ours ? _ours : _theirs;
        if (on && !(ours ? WeDo(option) : TheyMay(option)))
        {
            Reply(ours ? Wont : Dont, option);
            return;
        }

        if (known[option] == on)
            return;
        known[option] = on;
        Reply(ours ? (on ? Will : Wont) : on ? Do : Dont, option);
        if (ours && on && option == WindowSize)
            SendWindowSize();
    }

    private static bool WeDo(byte option) => option is Binary or SuppressGoAhead or TerminalType or WindowSize;

    private static bool TheyMay(byte option) => option is Binary or Echo or SuppressGoAhead;

    private void Reply(byte verb, byte option) => Append(_replies, Iac, verb, option);

    private static void Append(ArrayBufferWriter<byte> writer, params ReadOnlySpan<byte> bytes) => writer.Write(bytes);

    private void KeepSubnegotiation(byte b)
    {
        if (_subnegotiationLength < SubnegotiationLimit)
            _subnegotiation[_subnegotiationLength++] = b;
    }

    private void AnswerSubnegotiation()
    {
        if (_subnegotiationLength < 2 || _subnegotiation[0] != TerminalType || _subnegotiation[1] != TerminalTypeSend)
            return;
        Append(_replies, Iac, Subnegotiation, TerminalType, TerminalTypeIs);
        _replies.Write(Encoding.ASCII.GetBytes(settings.TerminalType));
        Append(_replies, Iac, SubnegotiationEnd);
    }

    private void SendWindowSize()
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)Math.Clamp(settings.Columns, 0, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16BigEndian(size[2..], (ushort)Math.Clamp(settings.Rows, 0, ushort.MaxValue));
        Append(_replies, Iac, Subnegotiation, WindowSize);
        foreach (var b in size)
        {
            Append(_replies, b);
            if (b == Iac)
                Append(_replies, Iac);
        }

        Append(_replies, Iac, SubnegotiationEnd);
    }
}
