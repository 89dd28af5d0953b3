namespace ConnectionGen.Simulation;

/// <summary>What happens to a session's bytes on their way: how many still pass, and in what pieces.</summary>
internal sealed class WireFaults(FaultPlan plan)
{
    private long _left = plan.SessionCut?.AfterBytes ?? long.MaxValue;

    /// <summary>How the session is cut once no more bytes may pass.</summary>
    public CutKind Kind { get; private set; } = plan.SessionCut?.Kind ?? CutKind.Close;

    public bool MayCut => plan.SessionCut is not null || plan.CommandCuts.Count > 0 || plan.AnyCut is not null;

    public int PieceLength => plan.PieceLength == 0 ? int.MaxValue : plan.PieceLength;

    public TimeSpan PieceInterval => plan.PieceInterval;

    public bool IsUsed => MayCut || plan.PieceLength > 0;

    /// <summary>Sets the cut, unless an earlier one comes first.</summary>
    public void CutWithin(FaultPlan.Cut cut)
    {
        if (cut.AfterBytes < _left)
        {
            _left = cut.AfterBytes;
            Kind = cut.Kind;
        }
    }

    /// <summary>How many of so many bytes would pass.</summary>
    public int Passing(int length) => (int)Math.Min(length, _left);

    /// <summary>Lets bytes pass; gives how many do.</summary>
    public int Pass(int length)
    {
        var passing = Passing(length);
        _left -= _left == long.MaxValue ? 0 : passing;
        return passing;
    }

    /// <summary>True once nothing passes any more.</summary>
    public bool IsCut => _left == 0;
}
