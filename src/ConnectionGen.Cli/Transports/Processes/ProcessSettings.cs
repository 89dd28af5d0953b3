namespace ConnectionGen.Cli.Transports;

/// <summary>How a program is run whose standard streams are a command line.</summary>
public sealed record ProcessSettings
{
    /// <summary>The terminal type that the program finds in its environment (<c>TERM</c>).</summary>
    public string TerminalType { get; init; } = "vt100";

    /// <summary>Columns, as the program finds them in its environment (<c>COLUMNS</c>).</summary>
    public int Columns { get; init; } = 511;

    /// <summary>Rows, as the program finds them in its environment (<c>LINES</c>).</summary>
    public int Rows { get; init; } = 200;

    /// <summary>What is sent for Enter: a line feed, since no terminal stands between.</summary>
    public string Enter { get; init; } = "\n";

    /// <summary>How long the program may take to end by itself once its input is closed; then it and what it has started is ended.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of all limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
