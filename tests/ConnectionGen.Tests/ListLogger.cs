using Microsoft.Extensions.Logging;

namespace ConnectionGen.Tests;

/// <summary>Keeps what is logged, as <c>Level: text</c>.</summary>
internal sealed class ListLogger : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<string> _categories = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>What is less than this is not logged.</summary>
    public LogLevel Least { get; init; } = LogLevel.Trace;

    public IReadOnlyList<string> Categories
    {
        get
        {
            lock (_lock)
            {
                return [.. _categories];
            }
        }
    }

    public ILogger CreateLogger(string categoryName)
    {
        lock (_lock)
        {
            _categories.Add(categoryName);
        }

        return this;
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }

    public void Dispose()
    {
    }
}
