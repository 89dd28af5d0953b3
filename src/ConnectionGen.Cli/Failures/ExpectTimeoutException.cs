using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <summary>What was awaited did not come within its limit. The message says what was awaited and what came instead.</summary>
public sealed class ExpectTimeoutException : TimeoutException, IConnectionFailure
{
    private ExpectTimeoutException(string message, string received)
        : base(message) => Received = received;

    /// <summary>The end of what came, without the secrets that were sent.</summary>
    public string Received { get; }

    internal static ExpectTimeoutException For(Terminal terminal, IReadOnlyList<TextPattern> awaited, TimeSpan limit, string note = "") =>
        new($"{terminal.Describe()}{FailureText.Mode(terminal)}: not seen within {FailureText.Seconds(limit)}: {FailureText.Awaited(awaited)}.{terminal.Redactor.Redact(note)} {FailureText.LastLines(terminal)}",
            terminal.Redactor.RedactCutOff(terminal.Received));
}
