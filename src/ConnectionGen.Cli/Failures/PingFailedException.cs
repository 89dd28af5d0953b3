using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <summary>A ping had no reply, or the device said nothing about one. The connection is ready for the next command.</summary>
public sealed class PingFailedException : Exception, IConnectionFailure
{
    private PingFailedException(string message, string text, PingResult? result)
        : base(message) => (Text, Result) = (text, result);

    /// <summary>All that the device said.</summary>
    public string Text { get; }

    /// <summary>What was found; null where the text says nothing about a ping.</summary>
    public PingResult? Result { get; }

    internal static PingFailedException NoReply(string where, PingResult result) =>
        new($"{where}: no reply from '{result.Address}' to {(result.Sent == 1 ? "the ping" : $"any of {result.Sent} pings")}.", result.Text, result);

    internal static PingFailedException NoResult(string where, string command, string text) =>
        new($"{where}: what the device says to '{command}' is no result of a ping. {FailureText.LastLines(text)}", text, null);
}
