namespace ConnectionGen.Cli.Transports;

/// <summary>Bytes of RFC 854 and of the options that this client speaks.</summary>
internal static class TelnetCodes
{
    public const byte SubnegotiationEnd = 240;
    public const byte Subnegotiation = 250;
    public const byte Will = 251;
    public const byte Wont = 252;
    public const byte Do = 253;
    public const byte Dont = 254;
    public const byte Iac = 255;

    public const byte Binary = 0;
    public const byte Echo = 1;
    public const byte SuppressGoAhead = 3;
    public const byte TerminalType = 24;
    public const byte WindowSize = 31;

    public const byte TerminalTypeIs = 0;
    public const byte TerminalTypeSend = 1;
}
