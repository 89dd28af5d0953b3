using ConnectionGen.Cli.Recording;

namespace ConnectionGen.Cli.Expecting;

/// <summary>What a terminal session needs to know beside its transport.</summary>
public sealed record TerminalSettings
{
    /// <summary>The width that the far side was told.</summary>
    public int Columns { get; init; } = 511;

    /// <summary>The clock of all limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whose session it is, as the head of messages: device, alias, path. The transport's description unless said otherwise.</summary>
    public Func<string>? Name { get; init; }

    /// <summary>What is sent for Enter.</summary>
    public string Enter { get; init; } = "\r";

    /// <summary>The pagers that are answered wherever they appear.</summary>
    public IReadOnlyList<Pager> Pagers { get; init; } = Pager.Usual;

    /// <summary>Records the session; null for nobody.</summary>
    internal SessionRecord? Record { get; init; }
}
