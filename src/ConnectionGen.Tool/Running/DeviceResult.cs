namespace ConnectionGen.Tool;

/// <summary>What came of one device.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Via">The path that was taken; null where it was not connected.</param>
/// <param name="Answers">The answers, in the order of the commands; those after a failure are missing.</param>
/// <param name="Failure">Why it went no further; null where nothing failed.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record DeviceResult(string Device, string? Via, IReadOnlyList<CommandAnswer> Answers, string? Failure, TimeSpan Duration);

/// <summary>What a device answered to a command.</summary>
internal sealed record CommandAnswer(string Command, string Text);
