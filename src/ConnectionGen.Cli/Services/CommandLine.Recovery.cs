using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Services;

/// <content>Bringing a prompt back that has not come in time.</content>
internal sealed partial class CommandLine
{
    private static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(10);

    private async ValueTask WaitAsync(PromptWait wait, Deadline deadline)
    {
        try
        {
            await wait.RunAsync(deadline).ConfigureAwait(false);
        }
        catch (ExpectTimeoutException) when (RecoversPrompt && wait.HasBegun && !deadline.UserToken.IsCancellationRequested)
        {
            if (!await RecoverAsync(wait, deadline.UserToken).ConfigureAwait(false))
                throw;
        }
    }

    // True if a prompt has come.
    private async ValueTask<bool> RecoverAsync(PromptWait wait, CancellationToken cancellationToken)
    {
        for (var at = 0; at < platform.RecoveryKeys.Count * platform.RecoveryRounds; at++)
        {
            using var deadline = new Deadline(terminal.TimeProvider, s_recovery, cancellationToken);
            try
            {
                await terminal.SendAsync(platform.RecoveryKeys[at % platform.RecoveryKeys.Count], deadline.Token).ConfigureAwait(false);
                await wait.RunAsync(deadline).ConfigureAwait(false);
                return true;
            }
            catch (ExpectTimeoutException)
            {
                // the next key may help
            }
        }

        return false;
    }
}
