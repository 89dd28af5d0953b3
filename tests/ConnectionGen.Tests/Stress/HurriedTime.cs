namespace ConnectionGen.Tests.Stress;

/// <summary>A clock whose waits are a thousand times shorter: the pauses between a pool's repairs are seconds.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / 1000;
}
