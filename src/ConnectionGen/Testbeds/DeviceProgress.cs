namespace ConnectionGen;

/// <summary>One device of a testbed is done.</summary>
/// <param name="Device">The device.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="Done">How many devices are done.</param>
/// <param name="Total">How many there are to do.</param>
public sealed record DeviceProgress(Device Device, Exception? Error, int Done, int Total);
