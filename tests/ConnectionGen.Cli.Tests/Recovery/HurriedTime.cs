namespace ConnectionGen.Cli.Tests.Recovery;

/// <summary>A clock whose timers are due at once, and which knows how long they were to wait.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
