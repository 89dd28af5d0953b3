using Renci.SshNet;

namespace ConnectionGen.Cli.Transports;

/// <summary>
/// A password in the two ways in which a server may ask for it. One that was refused in the first is not sent in the second: the server would count
/// two failures, and may lock the user out.
/// </summary>
internal sealed class PasswordOnce
{
    private bool _isRefused;

    public PasswordOnce(string user, string password)
    {
        var asked = new AskedFor(user, this);
        asked.AuthenticationPrompt += (_, questions) =>
        {
            foreach (var question in questions.Prompts)
                question.Response = question.IsEchoed ? user : password;
        };
        Methods = [new Given(user, password, this), asked];
    }

    /// <summary>What to try, in order.</summary>
    public IReadOnlyList<AuthenticationMethod> Methods { get; }

    private sealed class Given(string user, string password, PasswordOnce once) : PasswordAuthenticationMethod(user, password)
    {
        public override AuthenticationResult Authenticate(Session session)
        {
            var result = base.Authenticate(session);
            once._isRefused = result == AuthenticationResult.Failure;
            return result;
        }
    }

    private sealed class AskedFor(string user, PasswordOnce once) : KeyboardInteractiveAuthenticationMethod(user)
    {
        public override AuthenticationResult Authenticate(Session session) =>
            once._isRefused ? AuthenticationResult.Failure : base.Authenticate(session);
    }
}
