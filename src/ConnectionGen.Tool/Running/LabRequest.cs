namespace ConnectionGen.Tool;

/// <summary>Which devices are worked on, and how they are reached.</summary>
/// <param name="File">The testbed file.</param>
/// <param name="Devices">Names or aliases; null for all.</param>
/// <param name="Via">The path; null for each device's default.</param>
/// <param name="AtOnce">How many devices at once.</param>
/// <param name="Limit">How long one device may take; null for the limits of its connection.</param>
/// <param name="LogFolder">The folder of one log a device; null for none.</param>
/// <param name="RecordFolder">The folder of one session record a device; null for none.</param>
/// <param name="Options">How the testbed is loaded.</param>
internal sealed record LabRequest(
    string File, IReadOnlyList<string>? Devices, string? Via, int AtOnce, TimeSpan? Limit, string? LogFolder, string? RecordFolder, TestbedOptions Options);
