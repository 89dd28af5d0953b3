namespace ConnectionGen.Reports;

/// <summary>Which way a line of a log goes.</summary>
public enum LogDirection
{
    /// <summary>To the device: a call.</summary>
    Sent,

    /// <summary>From the device: an answer.</summary>
    Received,

    /// <summary>A call that failed.</summary>
    Failed,

    /// <summary>Neither: a connection that was opened or closed, for instance.</summary>
    Note,
}
