namespace NativeTool;

/// <summary>What a device answered to a command, or why it did not.</summary>
internal sealed record Answer(string Device, string Command, string Text, bool IsError = false);
