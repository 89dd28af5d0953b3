using ConnectionGen.TestbedFiles;
using Microsoft.Extensions.Logging;

namespace ConnectionGen;

// One class for the whole assembly: of several the logging generator makes up the order each time, and no two builds are equal (dotnet/runtime#119587).
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "'{Alias}' of '{Device}' connected via '{Via}'")]
    public static partial void Connected(ILogger logger, string alias, string device, string via);

    [LoggerMessage(2, LogLevel.Information, "'{Alias}' of '{Device}' disconnected from '{Via}'")]
    public static partial void Disconnected(ILogger logger, string alias, string device, string via);

    [LoggerMessage(10, LogLevel.Information, "'{Alias}' of '{Device}' could not be connected via '{Via}': {Error}")]
    public static partial void NotConnected(ILogger logger, string alias, string device, string via, string error);

    [LoggerMessage(3, LogLevel.Warning, "'{Alias}' of '{Device}' exists already via '{Via}': it is used, and the call's other arguments are ignored")]
    public static partial void ArgumentsIgnored(ILogger logger, string alias, string device, string via);

    [LoggerMessage(4, LogLevel.Debug, "{Service} begins on '{Alias}' of '{Device}'")]
    public static partial void Calling(ILogger logger, string service, string alias, string device);

    [LoggerMessage(5, LogLevel.Debug, "{Service} ended on '{Alias}' of '{Device}' after {Milliseconds:F1} ms")]
    public static partial void Called(ILogger logger, string service, string alias, string device, double milliseconds);

    [LoggerMessage(6, LogLevel.Debug, "{Service} failed on '{Alias}' of '{Device}' after {Milliseconds:F1} ms: {Error}")]
    public static partial void CallFailed(ILogger logger, string service, string alias, string device, double milliseconds, string error);

    [LoggerMessage(7, LogLevel.Warning, "Worker '{Alias}' of '{Device}' is taken out of its pool: it is disconnected. Trying to reconnect it")]
    public static partial void WorkerTakenOut(ILogger logger, string alias, string device);

    [LoggerMessage(8, LogLevel.Warning, "Worker '{Alias}' of '{Device}' could not be reconnected: {Error}. The next try is in {Delay}")]
    public static partial void WorkerNotRepaired(ILogger logger, string alias, string device, string error, TimeSpan delay);

    [LoggerMessage(9, LogLevel.Information, "Worker '{Alias}' of '{Device}' is back in its pool")]
    public static partial void WorkerGivenBack(ILogger logger, string alias, string device);

    [LoggerMessage(20, LogLevel.Warning, "{Problem}")]
    public static partial void TestbedWarning(ILogger logger, TestbedProblem problem);

    [LoggerMessage(30, LogLevel.Warning, "{File} holds %ENC texts that anybody can decode, since their key is the usual one: encode them with FernetEncoding, or take them from elsewhere with %ENV or %ASK")]
    public static partial void UsualKey(ILogger logger, string file);
}
