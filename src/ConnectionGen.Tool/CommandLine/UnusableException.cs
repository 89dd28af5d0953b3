namespace ConnectionGen.Tool;

/// <summary>What was asked for cannot be tried; the message is all that is printed.</summary>
internal sealed class UnusableException(string message, Exception? inner = null) : Exception(message, inner);
