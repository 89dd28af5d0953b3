using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli;

// One class for the whole assembly: of several the logging generator makes up the order each time, and no two builds are equal (dotnet/runtime#119587).
internal static partial class Log
{
    [LoggerMessage(20, LogLevel.Warning, "{Where}: '{Option}' in ssh_options is not understood and was ignored")]
    public static partial void OptionIgnored(ILogger logger, string where, string option);

    [LoggerMessage(21, LogLevel.Warning, "{Where}: ssh_options asks for '{Algorithm}', which is not available")]
    public static partial void AlgorithmUnknown(ILogger logger, string where, string algorithm);

    [LoggerMessage(22, LogLevel.Warning, "{Where}: no platform '{Os}' is known; 'generic' is used. Known: {Known}")]
    public static partial void PlatformUnknown(ILogger logger, string where, string os, string known);

    [LoggerMessage(23, LogLevel.Information, "{Where}: by way of the jump host '{JumpHost}'")]
    public static partial void Hop(ILogger logger, string where, string jumpHost);

    [LoggerMessage(24, LogLevel.Information, "{Where}: through an SSH tunnel of '{JumpHost}'")]
    public static partial void Tunnel(ILogger logger, string where, string jumpHost);

    [LoggerMessage(25, LogLevel.Warning, "{Where}: the credential '{Refused}' was refused; '{Next}' is tried")]
    public static partial void FallingBack(ILogger logger, string where, string refused, string next);

    [LoggerMessage(26, LogLevel.Information, "{Where}: connected again")]
    public static partial void Reconnected(ILogger logger, string where);

    [LoggerMessage(27, LogLevel.Warning, "{Where}: attempt {Attempt} of {Attempts} to connect again failed: {Error}")]
    public static partial void NotReconnected(ILogger logger, string where, int attempt, int attempts, string error);

    [LoggerMessage(28, LogLevel.Error, "{Where}: not connected again: {Error}")]
    public static partial void GivenUp(ILogger logger, string where, string error);

    [LoggerMessage(40, LogLevel.Error, "{Where}: the session record '{File}' could not be written; recording into it has ended")]
    public static partial void RecordEnded(ILogger logger, Exception error, string where, string? file);

    [LoggerMessage(41, LogLevel.Error, "{Where}: an observer of the session failed; it is told nothing more")]
    public static partial void ObserverEnded(ILogger logger, Exception error, string where);

    [LoggerMessage(42, LogLevel.Warning, "{Where}: the copy was done without the VRF '{Vrf}': the device's line has no word for it, and it did not ask")]
    public static partial void VrfLeftOut(ILogger logger, string where, string vrf);

    [LoggerMessage(43, LogLevel.Warning, "{Where}: a shell could not be left ({Reason}); the link is closed")]
    public static partial void ShellNotLeft(ILogger logger, string where, string reason);
}
