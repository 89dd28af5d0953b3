using Microsoft.Extensions.Logging;

namespace ConnectionGen;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "'{Alias}' of '{Device}' connected via '{Via}'")]
    public static partial void Connected(ILogger logger, string alias, string device, string via);

    [LoggerMessage(2, LogLevel.Information, "'{Alias}' of '{Device}' disconnected from '{Via}'")]
    public static partial void Disconnected(ILogger logger, string alias, string device, string via);

    [LoggerMessage(3, LogLevel.Warning, "'{Alias}' of '{Device}' exists already via '{Via}': it is used, and the call's other arguments are ignored")]
    public static partial void ArgumentsIgnored(ILogger logger, string alias, string device, string via);
}
