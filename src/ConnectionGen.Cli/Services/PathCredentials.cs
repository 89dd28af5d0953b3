namespace ConnectionGen.Cli.Services;

/// <summary>Which of a path's credentials are used for what.</summary>
internal static class PathCredentials
{
    private const string EnableName = "enable";
    private const string EnablePasswordKey = "enable_password";

    /// <summary>The credentials to log in with, in order: those of <c>login_creds</c>, or <c>default</c>.</summary>
    /// <exception cref="AuthenticationFailedException">A name of the list is no credential.</exception>
    public static IReadOnlyList<LoginCredential> ForLogin(PathDescription path, string where)
    {
        var names = path.LoginCredentials;
        if (names.Count == 0)
            return path.Credentials.TryGetValue(CredentialSet.DefaultName, out var only) ? [Login(only)] : [];
        return [.. names.Select(name => path.Credentials.TryGetValue(name, out var credential)
            ? Login(credential)
            : throw new AuthenticationFailedException($"{where}: login_creds names the credential '{name}', which is not there. There are: {string.Join(", ", path.Credentials.Keys)}."))];
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

    private static LoginCredential Login(Credential credential) =>
        new(credential.Name, () => credential.Username, () => credential.Password?.Reveal(), () => credential["passphrase"]?.Reveal());
}
