using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <summary>A device answered a command with an error text. It has executed what it has executed; the connection is ready for the next command.</summary>
public sealed class CommandFailedException : Exception, IConnectionFailure
{
    internal CommandFailedException(string where, string command, string error, string output, Redactor redactor)
        : base(redactor.Redact($"{where}: '{command}' failed: {error.Trim()}"))
    {
        Command = command;
        Error = error.Trim();
        Output = output;
    }

    /// <summary>The command, or the line of configuration.</summary>
    public string Command { get; }

    /// <summary>The text by which the error was known.</summary>
    public string Error { get; }

    /// <summary>All that the device answered; for a configuration, to the lines before, too.</summary>
    public string Output { get; }
}
