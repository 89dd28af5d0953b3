namespace ConnectionGen.Reports;

/// <summary>How a <see cref="SessionLog"/> looks.</summary>
public sealed record SessionLogOptions
{
    /// <summary>Whether directions have colours, as ANSI sequences; for terminals. False unless said otherwise.</summary>
    public bool HasColours { get; init; }

    /// <summary>Answers of more lines than this are folded: the first and the last of them are shown, and how many are not. Null, which is usual, shows all.</summary>
    public int? MostLines { get; init; }

    /// <summary>A folder for one file a device, <c>r1.log</c>, in which nothing is folded; it is made where it does not exist. Null, which is usual, for none.</summary>
    public string? Folder { get; init; }

    /// <summary>The clock of the lines; the system's unless said otherwise. Times are local.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
