using System.Globalization;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.JumpHosts;

/// <summary>What is typed on a jump host to open a session on the device behind it.</summary>
internal static partial class SessionCommand
{
    /// <summary>The command that follows from a path: its own <c>command</c>, else <c>ssh</c> or <c>telnet</c> with its address and port.</summary>
    /// <param name="path">The way to the device.</param>
    /// <param name="user">The user to log in as; null where none is known.</param>
    public static string To(PathDescription path, string? user)
    {
        if (path.Command is { Length: > 0 } command)
            return WithUser(command, user);
        var host = path.Host ?? throw new ConnectionGenException("The path has no address to reach from the jump host (keys: ip, host, command).");
        return path.Protocol?.ToLowerInvariant() switch
        {
            "telnet" => path.Port is { } port ? $"telnet {host} {port.ToString(CultureInfo.InvariantCulture)}" : $"telnet {host}",
            "ssh" or null => WithUser(string.Join(' ', SshWords(path, host)), user),
            var other => throw new ConnectionGenException($"The protocol '{other}' is none that a jump host speaks for {nameof(CliConnection)}. There are: ssh, telnet; or give the command."),
        };
    }

    /// <summary>An <c>ssh</c> command with the user, where it says none itself: <c>-l</c>, <c>user@</c>, or <c>username</c> as IOS XR has it.</summary>
    public static string WithUser(string command, string? user) =>
        user is null || !IsSsh().IsMatch(command) || SaysUser().IsMatch(command) ? command : IsSsh().Replace(command, $"ssh -l {user} ", 1);

    private static IEnumerable<string> SshWords(PathDescription path, string host)
    {
        yield return "ssh";
        if (path.Port is { } port and not 22)
            yield return "-p " + port.ToString(CultureInfo.InvariantCulture);
        if (path.SshOptions is { Length: > 0 } options)
            yield return options;
        yield return host;
    }

    [GeneratedRegex(@"^ssh\s+", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex IsSsh();

    [GeneratedRegex(@"\s-l\s*\S|\S@\S|\busername\b", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex SaysUser();
}
