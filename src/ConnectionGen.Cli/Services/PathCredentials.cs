namespace ConnectionGen.Cli.Services;

/// <summary>Which of a path's credentials are used for what.</summary>
internal static class PathCredentials
{
    private const string EnableName = "enable";
    private const string EnablePasswordKey = "enable_password";

    /// <summary>
    /// The credentials to log in with: those of <c>login_creds</c>, or <c>default</c>; after a refusal those of <c>fallback_credentials</c>.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="where">The connection, for messages.</param>
    /// <param name="attempts">After how many refusals to give up.</param>
    /// <param name="good">A credential to fall back on that the device took last time: it comes first. Null for none.</param>
    /// <exception cref="AuthenticationFailedException">A name of a list is no credential.</exception>
    public static LoginPlan ForLogin(PathDescription path, string where, int attempts = LoginPlan.UsualAttempts, string? good = null)
    {
        var sequence = path.LoginCredentials.Count > 0 ? Named(path, path.LoginCredentials, "login_creds", where)
            : path.Credentials.TryGetValue(CredentialSet.DefaultName, out var only) ? [Login(only, path)]
            : [];
        var fallbacks = Named(path, path.FallbackCredentials, "fallback_credentials", where);
        if (good is null || sequence is not [.. var before, var last] || fallbacks.Find(one => one.Name == good) is not { } first)
            return new LoginPlan(sequence, fallbacks, attempts);
        return new LoginPlan([.. before, first], [last, .. fallbacks.Where(one => one != first)], attempts);
    }

    /// <summary>The credentials for the last login on the way alone, which a device that begins anew repeats: a terminal server before it does not ask again.</summary>
    /// <param name="path">The path.</param>
    /// <param name="where">The connection, for messages.</param>
    /// <param name="name">The credential to use instead; null for the path's.</param>
    /// <param name="attempts">After how many refusals to give up.</param>
    public static LoginPlan ForLastLogin(PathDescription path, string where, string? name, int attempts)
    {
        var last = name ?? (path.LoginCredentials is [.., var usual] ? usual : CredentialSet.DefaultName);
        return new LoginPlan(path.Credentials.TryGetValue(last, out var credential) ? [Login(credential, path)] : [], Named(path, path.FallbackCredentials, "fallback_credentials", where), attempts);
    }

    /// <summary>
    /// The passwords for a more privileged mode, in order: <c>enable_password</c> of the last login credential, of <c>default</c>; the password of
    /// <c>enable</c>, of <c>default</c>. None twice.
    /// </summary>
    public static EnablePasswords ForEnable(PathDescription path)
    {
        var login = path.LoginCredentials is [.., var last] ? last : CredentialSet.DefaultName;
        var passwords = new List<(string Credential, Func<string?> Password)>();
        var seen = new HashSet<(string, string)>();
        foreach (var (name, key) in new[] { (login, EnablePasswordKey), (CredentialSet.DefaultName, EnablePasswordKey), (EnableName, EnablePasswordKey), (EnableName, "password"), (CredentialSet.DefaultName, "password") })
        {
            if (path.Credentials.TryGetValue(name, out var credential) && credential.Keys.Contains(key, StringComparer.Ordinal) && seen.Add((name, key)))
                passwords.Add((name, () => credential[key]?.Reveal()));
        }

        return new EnablePasswords(passwords);
    }

    /// <summary>The answer to <c>sudo</c>'s question: the password of <c>sudo</c>; null where there is no such credential.</summary>
    public static Func<string?>? ForSudo(PathDescription path) =>
        path.Credentials.TryGetValue(CredentialSet.SudoName, out var credential) ? () => credential.Password?.Reveal() : null;

    private static List<LoginCredential> Named(PathDescription path, IReadOnlyList<string> names, string key, string where) =>
        [.. names.Select(name => path.Credentials.TryGetValue(name, out var credential)
            ? Login(credential, path)
            : throw new AuthenticationFailedException($"{where}: {key} names the credential '{name}', which is not there. There are: {string.Join(", ", path.Credentials.Keys)}."))];

    private static LoginCredential Login(Credential credential, PathDescription path) =>
        new(credential.Name, () => credential.Username, () => credential.Password?.Reveal(), () => credential["passphrase"]?.Reveal())
        {
            AfterPassword = AfterPassword(credential.Name, path),
        };

    private static string? AfterPassword(string name, PathDescription path)
    {
        var action = path.Value("cred_action")[name]["post"].Text ?? path.Value("arguments")["cred_action"][name]["post"].Text;
        if (action is not null)
            return CredentialAction.Read(action) ?? throw new ConnectionGenException($"'{action}' is nothing to do after the password of '{name}' (key: cred_action). There are: sendline(text), send(text).");
        return path.Value("settings")["SENDLINE_AFTER_CRED"].Text == name ? "\r" : null;
    }
}
