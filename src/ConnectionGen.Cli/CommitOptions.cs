namespace ConnectionGen.Cli;

/// <summary>
/// How <c>ConfigureAsync</c> takes the configuration over on platforms where lines wait for a commit. One set of words for all of them: what a
/// platform does not know is refused before anything is typed.
/// </summary>
/// <example><code>
/// await edge.ConfigureAsync("set system host-name edge", commit: new CommitOptions { Comment = "rename", ConfirmWithin = TimeSpan.FromMinutes(5) });
/// </code></example>
public sealed record CommitOptions
{
    /// <summary>A remark that the device keeps with the commit; one line.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// After which time the device undoes the commit by itself, unless another commit confirms it; whole minutes. Null for a commit that stays.
    /// </summary>
    public TimeSpan? ConfirmWithin { get; init; }

    /// <summary>
    /// True to confirm a commit that waits for it (<see cref="ConfirmWithin"/>), with or without further lines. On most platforms every commit does; SR OS wants it said.
    /// </summary>
    public bool Confirm { get; init; }

    /// <summary>True to keep others from changing the configuration while the lines are typed, on platforms where somebody can have it alone.</summary>
    public bool Exclusive { get; init; }

    /// <summary>True to go over the objections that the platform lets go over.</summary>
    public bool Force { get; init; }

    /// <summary>True to take over the lines that can be, and leave the others, on platforms that can.</summary>
    public bool BestEffort { get; init; }

    /// <summary>True if the lines are the whole configuration, and everything else is to go.</summary>
    public bool Replace { get; init; }
}
