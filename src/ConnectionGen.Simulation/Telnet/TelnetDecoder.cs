using System.Buffers;
using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>What a client sends, less Telnet's own commands, wherever the network splits it.</summary>
internal sealed class TelnetDecoder
{
    // more negotiation than this without a typed byte is two ends that answer each other forever
    private const int MostCommands = 2_000;
    private const int LongestSubnegotiation = 512;
    private const byte CtrlC = 3;
    private const byte CtrlD = 4;
    private const byte CtrlU = 21;
    private const byte Delete = 127;

    private readonly List<byte> _subnegotiation = [];
    private Phase _phase;
    private byte _verb;
    private int _commands;

    private enum Phase
    {
        Data,
        Command,
        Option,
        Subnegotiation,
        SubnegotiationCommand,
    }

    public TelnetOptions Options { get; } = new();

    /// <summary>What the client calls its terminal; null until it says so.</summary>
    public string? TerminalType { get; private set; }

    /// <summary>Columns and rows of the client's window; null until it says so.</summary>
    public (int Columns, int Rows)? WindowSize { get; private set; }

    /// <summary>True once the client only negotiates.</summary>
    public bool IsLooping => _commands > MostCommands;

    /// <summary>Writes the typed bytes to <paramref name="typed"/>, which is at least as long as <paramref name="input"/>; gives their number.</summary>
    public int Decode(ReadOnlySpan<byte> input, Span<byte> typed, IBufferWriter<byte> replies)
    {
        var count = 0;
        while (input.Length > 0)
        {
            if (_phase == Phase.Data)
            {
                var plain = input.IndexOf(TelnetBytes.Iac);
                plain = plain < 0 ? input.Length : plain;
                input[..plain].CopyTo(typed[count..]);
                count += plain;
                _commands = plain > 0 ? 0 : _commands;
                input = input[plain..];
                if (input.Length == 0)
                {
                    break;
                }
            }

            if (Step(input[0], replies) is { } key)
            {
                typed[count++] = key;
            }

            input = input[1..];
        }

        return count;
    }

    private byte? Step(byte value, IBufferWriter<byte> replies)
    {
        switch (_phase)
        {
            case Phase.Data:
                _phase = Phase.Command;
                return null;
            case Phase.Command:
                return Command(value);
            case Phase.Option:
                _phase = Phase.Data;
                Options.Received(_verb, value, replies);
                return null;
            case Phase.Subnegotiation:
                if (value == TelnetBytes.Iac)
                {
                    _phase = Phase.SubnegotiationCommand;
                }
                else
                {
                    Keep(value);
                }

                return null;
            default:
                EndSubnegotiation(value);
                return null;
        }
    }

    private byte? Command(byte value)
    {
        _commands++;
        _phase = Phase.Data;
        switch (value)
        {
            case TelnetBytes.Iac:
                return TelnetBytes.Iac;
            case TelnetBytes.Will or TelnetBytes.Wont or TelnetBytes.Do or TelnetBytes.Dont:
                _verb = value;
                _phase = Phase.Option;
                return null;
            case TelnetBytes.Sb:
                _subnegotiation.Clear();
                _phase = Phase.Subnegotiation;
                return null;
            default:
                return Key(value);
        }
    }

    private static byte? Key(byte command) => command switch
    {
        TelnetBytes.InterruptProcess or TelnetBytes.Break => CtrlC,
        TelnetBytes.EraseCharacter => Delete,
        TelnetBytes.EraseLine => CtrlU,
        TelnetBytes.EndOfFile => CtrlD,
        _ => null,
    };

    private void Keep(byte value)
    {
        if (_subnegotiation.Count < LongestSubnegotiation)
        {
            _subnegotiation.Add(value);
        }
    }

    private void EndSubnegotiation(byte value)
    {
        if (value == TelnetBytes.Iac)
        {
            Keep(value);
            _phase = Phase.Subnegotiation;
            return;
        }

        // anything but SE is a broken client; the subnegotiation is over all the same
        _phase = Phase.Data;
        switch (_subnegotiation)
        {
            case [TelnetBytes.WindowSize, var columnsHigh, var columnsLow, var rowsHigh, var rowsLow]:
                WindowSize = ((columnsHigh << 8) | columnsLow, (rowsHigh << 8) | rowsLow);
                break;
            case [TelnetBytes.TerminalType, 0, .. var name]:
                TerminalType = Encoding.ASCII.GetString([.. name]);
                break;
            default:
                break;
        }
    }
}
