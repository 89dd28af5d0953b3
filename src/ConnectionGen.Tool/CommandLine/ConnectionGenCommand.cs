using System.CommandLine;
using System.CommandLine.Invocation;

namespace ConnectionGen.Tool;

/// <summary>The command with all its subcommands.</summary>
internal static class ConnectionGenCommand
{
    // a session is closed within the limits of its connection; after that the process ends whatever is open
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(20);

    public static RootCommand Create(Screen screen) => new("Typed connections to network devices, from the command line.")
    {
        ValidateCommand.Create(screen),
        ShowCommand.Create(screen),
        ConnectCommand.Create(screen),
        RunCommand.Create(screen),
        SimulateCommand.Create(screen),
        RecordCommand.Create(screen),
        SchemaCommand.Create(screen),
        CompletionCommand.Create(screen),
    };

    /// <summary>Does what the arguments say, and tells in one line each why it cannot.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Screen screen, CancellationToken cancellationToken = default)
    {
        var root = Create(screen);
        var given = root.Parse(arguments);
        if (given.Action is ParseErrorAction)
        {
            await TellAsync(given, screen.Error);
            return ExitCode.Unusable;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = s_closing };
            if (!screen.IsConsole)
                (configuration.Output, configuration.Error) = (screen.Output, screen.Error);

            return await given.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await screen.Error.WriteLineAsync("connectiongen: interrupted; all sessions are closed");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (ToldByItsMessage(error) is { } told)
        {
            await screen.Error.WriteLineAsync(BeginsWithItsPlace(told) ? told.Message : $"connectiongen: error: {told.Message}");
            return told is FailedException ? ExitCode.Failed : ExitCode.Unusable;
        }
    }

    /// <summary>What of an error is told by its message alone; null where it is a fault of the command itself.</summary>
    private static Exception? ToldByItsMessage(Exception error) => error switch
    {
        UnusableException or FailedException or TestbedFileException or TestbedValueException or KeyNotFoundException or IOException or UnauthorizedAccessException => error,
        // of work on many devices, such as a log on a disk that is full
        AggregateException { InnerException: { } first } => ToldByItsMessage(first),
        _ => null,
    };

    private static bool BeginsWithItsPlace(Exception error) => error is TestbedFileException { Problems.Count: > 0 } or TestbedValueException { Range: not null };

    private static async Task TellAsync(ParseResult given, TextWriter errors)
    {
        var command = given.CommandResult.Command;
        // without its command the rest of a line cannot be understood
        var told = given.UnmatchedTokens is [var first, ..] ? [Misspelt.Tell(first, command)] : given.Errors.Select(static error => error.Message).Distinct(StringComparer.Ordinal);
        foreach (var line in told)
            await errors.WriteLineAsync($"connectiongen: error: {line}");

        await errors.WriteLineAsync($"See {Misspelt.PathOf(command)} --help");
    }
}
