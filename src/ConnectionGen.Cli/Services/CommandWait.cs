namespace ConnectionGen.Cli.Services;

/// <summary>How the end of a command is waited for, where the usual does not fit.</summary>
internal readonly record struct CommandWait
{
    /// <summary>True for a key that acts without Enter.</summary>
    public bool IsKey { get; init; }

    /// <summary>How many lines are typed at once, of which the last one's echo counts; 0 and 1 for one.</summary>
    public int Lines { get; init; }

    /// <summary>True if the end of the link ends it like a prompt.</summary>
    public bool MayCloseLink { get; init; }

    /// <summary>How long the device may be silent before Enter is sent to it; null for never.</summary>
    public TimeSpan? Nudge { get; init; }

    /// <summary>Is called when something has come.</summary>
    public Action? Heard { get; init; }
}
