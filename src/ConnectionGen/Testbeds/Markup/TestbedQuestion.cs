namespace ConnectionGen;

/// <summary>A question that a testbed file asks with <c>%ASK{text}</c>.</summary>
/// <param name="Text">What to ask: the text between the braces, or what the value is where they are empty.</param>
/// <param name="IsSecret">True where the answer must not be shown while it is typed.</param>
/// <param name="Key">The key whose value is asked for, such as <c>password</c>.</param>
/// <param name="Device">The device that it belongs to; null for the whole testbed.</param>
/// <param name="Path">The path that it belongs to; null where it belongs to none.</param>
public sealed record TestbedQuestion(string Text, bool IsSecret, string Key, string? Device = null, string? Path = null);
