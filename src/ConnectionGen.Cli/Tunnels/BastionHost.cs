namespace ConnectionGen.Cli.Tunnels;

/// <summary>Where an SSH server is that leads on to others, and as whom to log in there.</summary>
internal sealed record BastionHost(string Name, string Address, int Port, string? SshOptions, string? HostKey, Credential? Credential)
{
    /// <summary>A server of the testbed; port and options may stand below <c>custom</c>, as pyATS has them.</summary>
    public static BastionHost Of(Server server) => new(
        server.Name,
        server.Address ?? server.Host ?? throw new ConnectionGenException($"The jump host '{server.Name}' has no address (keys: address, server)."),
        server.Custom["port"].ToInt32() ?? server.Port ?? 22,
        server.Custom["ssh_options"].Text ?? server["ssh_options"],
        server["host_key"],
        Choose(server.Credentials));

    /// <summary>A device of the testbed, reached by a path of SSH.</summary>
    public static BastionHost Of(string name, PathDescription path) => path.Protocol?.ToLowerInvariant() is "ssh" or null
        ? new(
            name,
            path.Host ?? throw new ConnectionGenException($"The jump host '{name}' has no address on its path '{path.Name}' (keys: ip, host)."),
            path.Port ?? 22,
            path.SshOptions,
            path.HostKey,
            Choose(path.Credentials))
        : throw new ConnectionGenException($"An SSH tunnel goes through '{name}', whose path '{path.Name}' is one of {path.Protocol}.");

    private static Credential? Choose(CredentialSet credentials) =>
        credentials.TryGetValue(CredentialSet.SshName, out var ssh) ? ssh : credentials.TryGetValue(CredentialSet.DefaultName, out var usual) ? usual : null;
}
