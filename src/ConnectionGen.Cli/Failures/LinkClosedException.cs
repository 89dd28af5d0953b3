using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <summary>The far side closed the link, or the network lost it. The connection can be opened again.</summary>
public sealed class LinkClosedException : IOException, IConnectionFailure
{
    private LinkClosedException(string message, string received, Exception? innerException = null)
        : base(message, innerException) => Received = received;

    /// <summary>The text that came before the end and was not used, without the secrets that were sent.</summary>
    public string Received { get; }

    internal static LinkClosedException While(Terminal terminal, IReadOnlyList<TextPattern> awaited) =>
        new($"{terminal.Describe()}{FailureText.Mode(terminal)}: the link was closed while waiting for {FailureText.Awaited(awaited)}.{terminal.Ending} {FailureText.LastLines(terminal)}",
            terminal.Redactor.RedactCutOff(terminal.Received));

    internal static LinkClosedException WhileSending(Terminal terminal, Exception cause) =>
        new($"{terminal.Describe()}{FailureText.Mode(terminal)}: the link is closed.{terminal.Ending} {FailureText.LastLines(terminal)}",
            terminal.Redactor.RedactCutOff(terminal.Received), cause);
}
