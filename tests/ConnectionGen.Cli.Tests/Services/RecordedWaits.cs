namespace ConnectionGen.Cli.Tests.Services;

/// <summary>A clock that stands still, so that a wait is for the whole of its limit, and how long each was to last at most.</summary>
internal sealed class RecordedWaits : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits => _waits;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
