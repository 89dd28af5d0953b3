using Microsoft.Extensions.Logging;

namespace ConnectionGen;

internal static partial class MarkupLog
{
    [LoggerMessage(30, LogLevel.Warning, "{File} holds %ENC texts that anybody can decode, since their key is the usual one: encode them with FernetEncoding, or take them from elsewhere with %ENV or %ASK")]
    public static partial void UsualKey(ILogger logger, string file);
}
