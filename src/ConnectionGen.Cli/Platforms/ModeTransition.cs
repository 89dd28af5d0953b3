using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli.Platforms;

/// <summary>How to get from one mode to another.</summary>
/// <param name="From">The mode's name to start in.</param>
/// <param name="To">The mode's name to arrive in.</param>
/// <param name="Command">What to type.</param>
/// <param name="Dialog">Questions that may come on the way; passwords for a more privileged mode are answered without.</param>
public sealed record ModeTransition(string From, string To, string Command, Dialog? Dialog = null);
