using Renci.SshNet;
using Renci.SshNet.Common;

namespace ConnectionGen.Cli.Transports;

/// <summary>Makes the SSH library's client as the settings say: who logs in how, and which algorithms are offered in which order.</summary>
internal static class SshClientFactory
{
    // chosen for speed: post-quantum exchanges take twice as long to set up
    private static readonly string[] s_firstKex = ["curve25519-sha256", "curve25519-sha256@libssh.org"];

    // SHA-1 in signatures and key exchange, CBC: offered only where the options ask for them
    private static readonly string[] s_old =
    [
        "diffie-hellman-group-exchange-sha1", "diffie-hellman-group14-sha1", "diffie-hellman-group1-sha1",
        "ssh-rsa", "aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc",
    ];

    public static SshClient Make(SshSettings settings, HostKeyCheck check, ICollection<string> unknownAlgorithms)
    {
        var user = settings.TargetUser ?? Environment.UserName;
        var info = new ConnectionInfo(settings.Through?.Address.ToString() ?? settings.TargetHost, settings.Through?.Port ?? settings.TargetPort, user, [.. Methods(settings, user)]) { Timeout = settings.Limit };
        var options = settings.Options;
        Offer(info.KeyExchangeAlgorithms, new AlgorithmChoice(options.KexAlgorithms), unknownAlgorithms, s_firstKex);
        Offer(info.Encryptions, new AlgorithmChoice(options.Ciphers), unknownAlgorithms);
        Offer(info.HmacAlgorithms, new AlgorithmChoice(options.Macs), unknownAlgorithms);
        Offer(info.HostKeyAlgorithms, new AlgorithmChoice(options.HostKeyAlgorithms), unknownAlgorithms, KnownFirst(check.KnownTypes));
        var client = new SshClient(info);
        client.KeepAliveInterval = settings.TargetKeepAlive > TimeSpan.Zero ? settings.TargetKeepAlive : Timeout.InfiniteTimeSpan;
        client.HostKeyReceived += (_, received) => received.CanTrust = check.Accepts(received.HostKey);
        return client;
    }

    private static IEnumerable<AuthenticationMethod> Methods(SshSettings settings, string user)
    {
        if (settings.Options.IdentityFiles.Count > 0)
        {
            var keys = settings.Options.IdentityFiles.Select(file => ReadKey(file, settings)).ToArray<IPrivateKeySource>();
            yield return new PrivateKeyAuthenticationMethod(user, keys);
        }

        if (settings.Password?.Invoke() is { } password)
        {
            foreach (var method in new PasswordOnce(user, password).Methods)
                yield return method;
        }

        if (settings.Options.IdentityFiles.Count == 0 && settings.Password is null)
            yield return new NoneAuthenticationMethod(user);
    }

    private static PrivateKeyFile ReadKey(string file, SshSettings settings)
    {
        try
        {
            return settings.Passphrase?.Invoke() is { } passphrase ? new PrivateKeyFile(file, passphrase) : new PrivateKeyFile(file);
        }
        catch (SshPassPhraseNullOrEmptyException e)
        {
            throw new AuthenticationFailedException($"The key file {file} needs a passphrase; the credential '{settings.CredentialName}' has none (key: passphrase).", e);
        }
        catch (Exception e) when (e is SshException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new AuthenticationFailedException($"The key file {file} cannot be read: {e.Message}", e);
        }
    }

    private static void Offer<T>(IOrderedDictionary<string, T> algorithms, AlgorithmChoice choice, ICollection<string> unknown, IReadOnlyList<string>? first = null)
    {
        var known = algorithms.Keys.Where(name => !name.Contains("-cert-", StringComparison.Ordinal)).ToList();
        var usual = known.Except(s_old, StringComparer.Ordinal);
        IReadOnlyList<string> offered = [.. (first ?? []).Where(known.Contains).Concat(usual).Distinct(StringComparer.Ordinal)];
        offered = choice.Apply(offered, known, unknown);
        var all = algorithms.ToDictionary(StringComparer.Ordinal);
        algorithms.Clear();
        foreach (var name in offered)
            algorithms.Add(name, all[name]);
    }

    // A server has several keys; it is asked for the kind that is known of it.
    private static string[] KnownFirst(IReadOnlyList<string> types) =>
        [.. types.SelectMany(type => type == "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : new[] { type })];
}
