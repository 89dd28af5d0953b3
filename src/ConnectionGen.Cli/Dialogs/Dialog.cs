using System.Collections;
using System.Text;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Dialogs;

/// <summary>Questions that a device may ask, in whatever order, and the answers to them.</summary>
/// <example><code>
/// var reload = new Dialog(
///     DialogStatement.Line(new Regex(@"Save\?.*: $"), "no"),
///     DialogStatement.Key(new Regex(@"\[confirm\]$"), "\r"));
/// </code></example>
/// <param name="statements">Tried in this order where several match at the same place.</param>
public sealed class Dialog(params IReadOnlyList<DialogStatement> statements) : IReadOnlyList<DialogStatement>
{
    /// <summary>A dialog without questions.</summary>
    public static Dialog Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => statements.Count;

    /// <inheritdoc/>
    public DialogStatement this[int index] => statements[index];

    /// <summary>A dialog of this one's statements, then the other's.</summary>
    /// <param name="other">What follows.</param>
    public Dialog Then(Dialog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count == 0 ? other : other.Count == 0 ? this : new([.. statements, .. other]);
    }

    /// <summary>Answers questions until one of the awaited patterns or a statement that ends the dialog matches.</summary>
    /// <param name="terminal">The session.</param>
    /// <param name="until">What ends the dialog, tried before its statements; may be empty if a statement ends it.</param>
    /// <param name="limit">How long at most, all answers included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What ended it; <see cref="TextMatch.Before"/> holds all text since the dialog began, questions included.</returns>
    /// <exception cref="ExpectTimeoutException">Nothing ended it within the limit.</exception>
    /// <exception cref="LinkClosedException">The link was closed before.</exception>
    public async ValueTask<TextMatch> RunAsync(Terminal terminal, IReadOnlyList<TextPattern> until, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        using var deadline = new Deadline(terminal.TimeProvider, limit, cancellationToken);
        return await RunAsync(terminal, until, deadline).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IEnumerator<DialogStatement> GetEnumerator() => statements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal async ValueTask<TextMatch> RunAsync(Terminal terminal, IReadOnlyList<TextPattern> until, Deadline deadline)
    {
        TextPattern[] patterns = [.. until, .. statements.Select(statement => statement.Question)];
        var before = new StringBuilder();
        while (true)
        {
            var match = await terminal.ExpectAsync(patterns, deadline).ConfigureAwait(false);
            before.Append(match.Before);
            if (match.Index >= until.Count)
            {
                var statement = statements[match.Index - until.Count];
                await AnswerAsync(statement, terminal, match, patterns, deadline).ConfigureAwait(false);
                if (!statement.Ends)
                {
                    before.Append(match.Value);
                    continue;
                }
            }

            return match with { Before = before.ToString() };
        }
    }

    private static async ValueTask AnswerAsync(DialogStatement statement, Terminal terminal, TextMatch match, TextPattern[] awaited, Deadline deadline)
    {
        try
        {
            await statement.Answer(terminal, match, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.EndedWait)
        {
            throw ExpectTimeoutException.For(terminal, awaited, deadline.Limit);
        }
    }
}
