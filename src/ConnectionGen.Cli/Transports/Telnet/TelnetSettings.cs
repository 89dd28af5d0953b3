namespace ConnectionGen.Cli.Transports;

/// <summary>What a Telnet client says about its terminal when asked.</summary>
public sealed record TelnetSettings
{
    /// <summary>The terminal type, as the far side's terminal database knows it.</summary>
    public string TerminalType { get; init; } = "vt100";

    /// <summary>Columns of the terminal; wide, so that the far side does not wrap long commands.</summary>
    public int Columns { get; init; } = 511;

    /// <summary>Rows of the terminal.</summary>
    public int Rows { get; init; } = 200;
}
