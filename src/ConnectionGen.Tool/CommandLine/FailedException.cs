namespace ConnectionGen.Tool;

/// <summary>What was asked for was tried and failed as a whole; the message is all that is printed.</summary>
internal sealed class FailedException(string message, Exception? inner = null) : Exception(message, inner);
