namespace ConnectionGen.Reports;

/// <summary>A call of a service, as a report shows it.</summary>
/// <param name="Test">The test that made it; null where none did.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Alias">The connection's alias.</param>
/// <param name="Via">The connection's path.</param>
/// <param name="ConnectionClass">The name of its class.</param>
/// <param name="Text">The call: a command, or the service with its arguments.</param>
/// <param name="Started">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Answer">What came; null where nothing did.</param>
/// <param name="Failure">The message of what was thrown; null where nothing was.</param>
internal sealed record RecordedCall(
    string? Test, string Device, string Alias, string Via, string ConnectionClass, string Text, DateTimeOffset Started, TimeSpan Duration, string? Answer, string? Failure);

/// <summary>A test, as a report shows it.</summary>
internal sealed record RecordedTest(string Name, TestOutcome Outcome, TimeSpan Duration, string? Failure);
