using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli;

/// <summary>How commands are executed, where the usual does not fit: questions that they ask, other error texts, an end that is no prompt.</summary>
/// <example><code>
/// await r1.ExecuteAsync("copy running-config startup-config", options: new CommandOptions
/// {
///     Reply = new Dialog(DialogStatement.Line(new Regex(@"Destination filename .*\? ?$"), "")),
/// });
/// await host.ExecuteAsync("python3", options: new CommandOptions { Until = [new TextPattern("Python prompt", new Regex("^>>> $"))] });
/// </code></example>
public sealed record CommandOptions
{
    private readonly IReadOnlyList<TextPattern> _until = [];

    /// <summary>Questions that the commands may ask, and the answers. The platform's own questions are answered after these. A statement that ends the dialog ends the command.</summary>
    public Dialog Reply { get; init; } = Dialog.Empty;

    /// <summary>Answers that mean an error, instead of the platform's; an empty list for none, null for the platform's.</summary>
    public IReadOnlyList<Regex>? ErrorPatterns { get; init; }

    /// <summary>Answers that mean an error beside <see cref="ErrorPatterns"/>.</summary>
    public IReadOnlyList<Regex> MoreErrorPatterns { get; init; } = [];

    /// <summary>
    /// What ends a command beside a prompt of the platform, such as the prompt of a program that it starts. The mode is then what it was; a later
    /// prompt of the platform says which it is. Patterns look at single lines.
    /// </summary>
    /// <exception cref="ArgumentException">A pattern looks across lines (<see cref="PatternScope.Text"/>).</exception>
    public IReadOnlyList<TextPattern> Until
    {
        get => _until;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.FirstOrDefault(static pattern => pattern.Scope == PatternScope.Text) is { } across)
                throw new ArgumentException($"What ends a command looks at single lines; '{across.Name}' looks across lines ({nameof(PatternScope)}.{nameof(PatternScope.Text)}).", nameof(value));
            _until = value;
        }
    }

    /// <summary>
    /// True to answer yes to whatever the commands ask that <see cref="Reply"/> does not: Enter to <c>[confirm]</c>, <c>y</c> to <c>(y/n)</c>, <c>yes</c> to
    /// <c>[yes/no]</c>. It is not usual: such a yes is one to <c>reload</c>, too.
    /// </summary>
    public bool Confirm { get; init; }

    /// <summary>True for commands that end the session, such as <c>reload</c>: a link that is closed is then no error, and the connection is disconnected afterwards.</summary>
    public bool MayCloseLink { get; init; }

    /// <summary>
    /// Whether to type what may bring a prompt back that has not come in time, before the call fails; null for what the connection does
    /// (<c>prompt_recovery</c>). What runs on the device may be interrupted by it.
    /// </summary>
    public bool? RecoverPrompt { get; init; }

    internal static CommandOptions Usual { get; } = new();

    /// <summary>What ends a command is tried first: an answer could make it scroll away.</summary>
    internal Dialog Questions => _until.Count == 0
        ? Replies
        : new Dialog([.. _until.Select(static pattern => new DialogStatement(pattern, static (_, _, _) => ValueTask.CompletedTask, Ends: true)), .. Replies]);

    private Dialog Replies => Confirm ? Reply.Then(UsualQuestions.Confirmation) : Reply;

    internal IReadOnlyList<Regex> ErrorsOf(Platform platform) =>
        MoreErrorPatterns.Count == 0 ? ErrorPatterns ?? platform.ErrorPatterns : [.. MoreErrorPatterns, .. ErrorPatterns ?? platform.ErrorPatterns];
}
