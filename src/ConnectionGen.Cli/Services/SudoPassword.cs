using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>The password that <c>sudo</c> asks for in the middle of a command.</summary>
internal static class SudoPassword
{
    /// <summary>What answers it, once a command; asked again, it was refused.</summary>
    /// <param name="platform">The platform, which has the question.</param>
    /// <param name="password">Gives the password; null where the testbed has none, and the question is left to the command's own dialog.</param>
    public static Dialog Answer(Platform platform, Func<string?>? password)
    {
        if (platform.SudoQuestion is not { } question || password is null)
            return Dialog.Empty;
        var isSent = false;
        return new Dialog(new DialogStatement(new TextPattern("sudo password prompt", question), async (terminal, _, cancellationToken) =>
        {
            if (isSent)
            {
                await terminal.SendAsync("\x03", cancellationToken).ConfigureAwait(false);
                throw new AuthenticationFailedException($"{terminal.Describe()}: the password of the credential 'sudo' was refused.");
            }

            isSent = true;
            await terminal.SendSecretLineAsync(password() ?? "", cancellationToken).ConfigureAwait(false);
        }));
    }
}
