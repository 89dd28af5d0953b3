using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Xunit;

/// <summary>The library's log as lines of the test in whose flow they are logged, warnings and what is worth knowing; what is logged beside all tests goes nowhere.</summary>
internal sealed class TestLoggers(params TextWriter[] outputs) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("These loggers write to tests alone.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    // the calls themselves, which are Debug, are in the output already
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        var cause = exception is null ? "" : $"\n  {exception.GetType().Name}: {exception.Message.ReplaceLineEndings("\n  ")}";
        var entry = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss.fff} {Word(logLevel)}: {formatter(state, exception)}{cause}\n");
        foreach (var output in outputs)
            output.Write(entry);
    }

    public void Dispose()
    {
    }

    private static string Word(LogLevel level) => level switch { LogLevel.Information => "info", LogLevel.Warning => "warning", _ => "error" };
}
