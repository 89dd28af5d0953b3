using System.Runtime.CompilerServices;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli;

/// <content>Executing commands.</content>
public partial class CliConnection
{
    /// <summary>Runs one or more commands and gives what the device answers.</summary>
    /// <param name="command">A command; several stand on lines of their own.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="options">Answers to questions, other error texts, an end that is no prompt; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait. The device may go on; the next command waits for its end first, and what it still sends is no answer to that.</param>
    /// <returns>The answer without echo and prompt; lines are separated by <c>\n</c>.</returns>
    /// <exception cref="CommandFailedException">The answer holds an error text of the platform or the options. Commands after it were not typed.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> ExecuteAsync(string command, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return WatchLinkAsync(() => RunAsync(SplitLines(command), timeout ?? CommandLimit, options ?? CommandOptions.Usual, cancellationToken));
    }

    /// <inheritdoc cref="ExecuteAsync(string, TimeSpan?, CommandOptions?, CancellationToken)"/>
    /// <param name="commands">The commands, each one line.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="options">Answers to questions, other error texts, an end that is no prompt; null for the usual. They hold for each command.</param>
    /// <param name="cancellationToken">Ends the wait. The device may go on; the next command waits for its end first, and what it still sends is no answer to that.</param>
    [Service]
    public virtual Task<string> ExecuteAsync(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return WatchLinkAsync(() => RunAsync(commands, timeout ?? CommandLimit, options ?? CommandOptions.Usual, cancellationToken));
    }

    /// <summary>Runs one or more commands and gives what the device answers with what is known about it. An error text in the answer is no exception here.</summary>
    /// <param name="command">A command; several stand on lines of their own, and have one output.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="options">Answers to questions, other error texts, an end that is no prompt; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait. The device may go on; the next command waits for its end first, and what it still sends is no answer to that.</param>
    /// <returns>The answer, how long it took, the mode afterwards, the error texts in it.</returns>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual async Task<CommandOutput> ExecuteDetailedAsync(string command, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var outputs = await WatchLinkAsync(() => RunDetailedAsync(SplitLines(command), timeout ?? CommandLimit, options ?? CommandOptions.Usual, cancellationToken)).ConfigureAwait(false);
        return outputs.Count == 1
            ? outputs[0]
            : new CommandOutput(
                command,
                string.Join('\n', outputs),
                outputs.Aggregate(TimeSpan.Zero, static (sum, output) => sum + output.Duration),
                outputs[^1].Mode,
                [.. outputs.SelectMany(static output => output.Errors)]);
    }

    /// <inheritdoc cref="ExecuteDetailedAsync(string, TimeSpan?, CommandOptions?, CancellationToken)"/>
    /// <param name="commands">The commands, each one line. One that answers with an error text does not keep those after it from being typed.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="options">Answers to questions, other error texts, an end that is no prompt; null for the usual. They hold for each command.</param>
    /// <param name="cancellationToken">Ends the wait. The device may go on; the next command waits for its end first, and what it still sends is no answer to that.</param>
    /// <returns>An output for each command.</returns>
    [Service]
    public virtual Task<IReadOnlyList<CommandOutput>> ExecuteDetailedAsync(IReadOnlyList<string> commands, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return WatchLinkAsync(() => RunDetailedAsync(commands, timeout ?? CommandLimit, options ?? CommandOptions.Usual, cancellationToken));
    }

    /// <summary>
    /// Runs one or more commands and gives the lines of the answer as they come, so that a long output is never held as a whole. The connection is
    /// busy until the enumeration ends. Where it is left early the device goes on, and the next command waits for its end first; <c>DisconnectAsync</c> does not.
    /// </summary>
    /// <param name="command">A command; several stand on lines of their own.</param>
    /// <param name="timeout">How long it may take from the first line to the last, the work done between the lines included; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="options">Answers to questions, other error texts, an end that is no prompt; null for the usual.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lines without echo and prompt, without empty ones at begin and end.</returns>
    /// <exception cref="CommandFailedException">The answer holds an error text; thrown after its last line. <see cref="CommandFailedException.Output"/> is empty.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    /// <example><code>
    /// await foreach (var line in r1.ExecuteLinesAsync("show ip bgp", TimeSpan.FromMinutes(10)))
    ///     routes += line.StartsWith("*>") ? 1 : 0;
    /// </code></example>
    [Service]
    public virtual IAsyncEnumerable<string> ExecuteLinesAsync(string command, TimeSpan? timeout = null, CommandOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ReadLinesAsync(SplitLines(command), timeout ?? CommandLimit, options ?? CommandOptions.Usual, cancellationToken);
    }

    /// <summary>Gives the configuration that runs, as the device shows it.</summary>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandFailedException">The device refused to show it.</exception>
    /// <exception cref="NotSupportedException">The platform has no configuration. Nothing was typed.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<string> GetConfigAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var platform = Line.Platform;
        var command = platform.ShowConfiguration ?? throw Platforms.PlatformSupport.Missing(Where, platform, "configuration", static other => other.ShowConfiguration is not null);
        return WatchLinkAsync(() => RunAsync([command], timeout ?? CommandLimit, CommandOptions.Usual, cancellationToken));
    }

    private TimeSpan CommandLimit => timeout ?? s_usual;

    private async Task<string> RunAsync(IReadOnlyList<string> commands, TimeSpan limit, CommandOptions options, CancellationToken cancellationToken)
    {
        var line = Line;
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        return await line.OperateAsync(() => RunAsync(line, commands, options, deadline), deadline).ConfigureAwait(false);
    }

    private async ValueTask<string> RunAsync(CommandLine line, IReadOnlyList<string> commands, CommandOptions options, Deadline deadline)
    {
        var outputs = new string[commands.Count];
        var (questions, errors) = (options.Questions, options.ErrorsOf(line.Platform));
        line.RecoversPrompt = options.RecoverPrompt ?? promptRecovery;
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = await line.RunAsync(commands[i], questions, deadline, options.MayCloseLink).ConfigureAwait(false);
            if (CommandLine.FindError(outputs[i], errors) is { } error)
                throw new CommandFailedException(Where, commands[i], error, outputs[i], line.Terminal.Redactor);
        }

        return outputs.Length == 1 ? outputs[0] : string.Join('\n', outputs);
    }

    private async Task<IReadOnlyList<CommandOutput>> RunDetailedAsync(IReadOnlyList<string> commands, TimeSpan limit, CommandOptions options, CancellationToken cancellationToken)
    {
        var line = Line;
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        return await line.OperateAsync(() => RunDetailedAsync(line, commands, options, deadline), deadline).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<CommandOutput>> RunDetailedAsync(CommandLine line, IReadOnlyList<string> commands, CommandOptions options, Deadline deadline)
    {
        var outputs = new CommandOutput[commands.Count];
        var (questions, errors) = (options.Questions, options.ErrorsOf(line.Platform));
        line.RecoversPrompt = options.RecoverPrompt ?? promptRecovery;
        for (var i = 0; i < outputs.Length; i++)
        {
            var start = Context.TimeProvider.GetTimestamp();
            var text = await line.RunAsync(commands[i], questions, deadline, options.MayCloseLink).ConfigureAwait(false);
            outputs[i] = new CommandOutput(commands[i], text, Context.TimeProvider.GetElapsedTime(start), line.Mode?.Name, CommandLine.FindErrors(text, errors));
        }

        return outputs;
    }

    private async IAsyncEnumerable<string> ReadLinesAsync(string[] commands, TimeSpan limit, CommandOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = Line;
        var errors = options.ErrorsOf(line.Platform);
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        foreach (var command in commands)
        {
            string? error = null;
            var output = await WatchLinkAsync(() => line.BeginLinesAsync(command, options.Questions, deadline, options.MayCloseLink).AsTask()).ConfigureAwait(false);
            while (await WatchLinkAsync(() => output.NextAsync(deadline).AsTask()).ConfigureAwait(false) is { } text)
            {
                error ??= CommandLine.FindError(text, errors);
                for (var at = 0; at <= text.Length;)
                {
                    var end = text.IndexOf('\n', at) is var found && found < 0 ? text.Length : found;
                    yield return text[at..end];
                    at = end + 1;
                }
            }

            if (error is not null)
                throw new CommandFailedException(Where, command, error, "", line.Terminal.Redactor);
        }
    }

    private static string[] SplitLines(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings("\n").Trim('\n').Split('\n') : [text];
}
