using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli;

/// <content>How services that take several steps run: with one deadline, in the mode in which they began, with an eye on the link.</content>
public partial class CliConnection
{
    private Task<T> OperateAsync<T>(Func<CommandLine, Deadline, ValueTask<T>> operation, TimeSpan limit, CancellationToken cancellationToken) => WatchLinkAsync(async () =>
    {
        var line = Line;
        line.RecoversPrompt = promptRecovery;
        using var deadline = new Deadline(Context.TimeProvider, limit, cancellationToken);
        return await line.OperateAsync(() => operation(line, deadline), deadline).ConfigureAwait(false);
    });
}
