namespace ConnectionGen.Cli;

/// <summary>
/// Whether and how a connection whose link has ended by itself is opened again, in the background. A command that the end has cut is not repeated: nobody
/// knows how far it came. What the device refuses, a login or a host key, ends the attempts.
/// </summary>
/// <example><code>
/// mgmt: {protocol: ssh, ip: 192.0.2.1, reconnect: {attempts: 10, delay: 2, longest_delay: 30}}
/// </code></example>
public sealed record ReconnectPolicy
{
    /// <summary>Says how often, and how long to wait between.</summary>
    /// <param name="attempts">How often to try, 5 unless said otherwise.</param>
    /// <param name="delay">How long to wait before the first attempt; after each that failed about twice as long, by chance more or less. 1 second unless said otherwise.</param>
    /// <param name="longestDelay">The longest wait between two attempts; 1 minute unless said otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one attempt; a wait that is negative or longer than a day.</exception>
    public ReconnectPolicy(int attempts = 5, TimeSpan? delay = null, TimeSpan? longestDelay = null)
    {
        if (attempts < 1)
            throw new ArgumentOutOfRangeException(nameof(attempts), attempts, "A connection is opened again at least once.");
        Attempts = attempts;
        Delay = Checked(delay ?? TimeSpan.FromSeconds(1), nameof(delay));
        LongestDelay = Checked(longestDelay ?? TimeSpan.FromMinutes(1), nameof(longestDelay));
    }

    /// <summary>How often to try.</summary>
    public int Attempts { get; }

    /// <summary>How long to wait before the first attempt.</summary>
    public TimeSpan Delay { get; }

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestDelay { get; }

    private static TimeSpan Checked(TimeSpan value, string name) => value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A wait before connecting again is from zero to a day.");
}
