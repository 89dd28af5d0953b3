namespace ConnectionGen.Simulation;

/// <summary>The bytes of RFC 854 and of the options that a device speaks.</summary>
internal static class TelnetBytes
{
    public const byte Sb = 250;
    public const byte Se = 240;
    public const byte Will = 251;
    public const byte Wont = 252;
    public const byte Do = 253;
    public const byte Dont = 254;
    public const byte Iac = 255;

    public const byte EndOfFile = 236;
    public const byte Break = 243;
    public const byte InterruptProcess = 244;
    public const byte EraseCharacter = 247;
    public const byte EraseLine = 248;

    public const byte Binary = 0;
    public const byte Echo = 1;
    public const byte SuppressGoAhead = 3;
    public const byte TerminalType = 24;
    public const byte WindowSize = 31;
}
