using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Platforms;

/// <summary>A mode that one user at a time may enter, and how long to wait for it.</summary>
/// <param name="Refusal">What the device answers while another has it.</param>
/// <param name="Attempts">How often to try, the first time included.</param>
/// <param name="Pause">How long to wait between two attempts; the operation's own limit holds as well.</param>
public sealed record ModeLock(Regex Refusal, int Attempts, TimeSpan Pause);
