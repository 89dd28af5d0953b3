using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Dialogs;

/// <summary>A question that a device may ask, and what is answered.</summary>
/// <param name="Question">What the question looks like.</param>
/// <param name="Answer">What to do about it; gets the terminal, and what matched.</param>
/// <param name="Ends">True if the dialog is over then.</param>
public sealed record DialogStatement(TextPattern Question, DialogAnswer Answer, bool Ends = false)
{
    /// <summary>A question that is answered by a line.</summary>
    /// <param name="question">What the last line then looks like.</param>
    /// <param name="line">What to send; Enter is added.</param>
    public static DialogStatement Line(Regex question, string line) =>
        new(new TextPattern("question", question), (terminal, _, cancellationToken) => terminal.SendLineAsync(line, cancellationToken));

    /// <summary>A question that is answered by a key.</summary>
    /// <param name="question">What the last line then looks like.</param>
    /// <param name="key">What to send as it is, without Enter.</param>
    public static DialogStatement Key(Regex question, string key) =>
        new(new TextPattern("question", question), (terminal, _, cancellationToken) => terminal.SendAsync(key, cancellationToken));

    /// <summary>A question that is answered by a secret, which appears in no message.</summary>
    /// <param name="question">What the last line then looks like.</param>
    /// <param name="secret">Gives the secret when it is asked for; Enter is added.</param>
    public static DialogStatement Secret(Regex question, Func<string> secret) =>
        new(new TextPattern("password question", question), (terminal, _, cancellationToken) => terminal.SendSecretLineAsync(secret(), cancellationToken));

    /// <summary>A text that means failure.</summary>
    /// <param name="text">What to look for, on every line.</param>
    /// <param name="failure">Makes the exception from the session and what matched.</param>
    public static DialogStatement Failure(TextPattern text, Func<Terminal, TextMatch, Exception> failure) =>
        new(text, (terminal, match, _) => ValueTask.FromException(failure(terminal, match)));
}

/// <summary>What a dialog does about a question.</summary>
/// <param name="terminal">The session that asked.</param>
/// <param name="match">What matched.</param>
/// <param name="cancellationToken">Ends when the dialog's limit is over.</param>
public delegate ValueTask DialogAnswer(Terminal terminal, TextMatch match, CancellationToken cancellationToken);
