namespace ConnectionGen.Cli;

/// <summary>What a ping has found.</summary>
/// <param name="Address">Whom it was for.</param>
/// <param name="Sent">How many requests were sent.</param>
/// <param name="Received">How many replies came.</param>
/// <param name="Shortest">The shortest way there and back; null where the device does not say.</param>
/// <param name="Average">The average; null where the device does not say.</param>
/// <param name="Longest">The longest; null where the device does not say.</param>
/// <param name="Text">All that the device said; lines are separated by <c>\n</c>.</param>
public sealed record PingResult(string Address, int Sent, int Received, TimeSpan? Shortest, TimeSpan? Average, TimeSpan? Longest, string Text)
{
    /// <summary>How many of a hundred requests had a reply.</summary>
    public double SuccessRate => Sent == 0 ? 0 : 100.0 * Received / Sent;

    /// <summary>True if at least one reply came.</summary>
    public bool IsReachable => Received > 0;

    /// <summary><c>5 of 5 from 192.0.2.1, 1/2/4 ms</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Received} of {Sent} from {Address}{(Average is null ? "" : $", {Shortest?.TotalMilliseconds}/{Average.Value.TotalMilliseconds}/{Longest?.TotalMilliseconds} ms")}");
}
