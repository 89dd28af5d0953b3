using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>Keeps all that is said beside results (log, exceptions, traces, records), and looks for secrets in it.</summary>
internal sealed class Witness : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _texts.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }

    /// <summary>Keeps an exception: its text, and what it has of the device's.</summary>
    public void Saw(Exception error) => _texts.Enqueue($"{error} {(error as ExpectTimeoutException)?.Received} {(error as LinkClosedException)?.Received}");

    /// <summary>Keeps a record, both sides and each of them.</summary>
    public void Saw(IReadOnlyCollection<SessionEntry> record)
    {
        _texts.Enqueue(string.Join('\n', record));
        _texts.Enqueue(string.Concat(record.Select(static entry => entry.Text)));
        foreach (var side in record.GroupBy(static entry => entry.Direction))
            _texts.Enqueue(string.Concat(side.Select(static entry => entry.Text)));
    }

    /// <summary>Keeps what an activity says.</summary>
    public static string TextOf(Activity activity) =>
        $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.Select(static one => $"{one.Name} {string.Join(' ', one.Tags)}"))}";

    /// <summary>The first text with a secret, or more than half of one, in it; null where there is none.</summary>
    public string? FindSecret(bool wholeOnly) => _texts.FirstOrDefault(text => HasSecret(text, wholeOnly));

    public static bool HasSecret(string text, bool wholeOnly = false)
    {
        foreach (var secret in new[] { FaultyRouter.Login, FaultyRouter.Enable, FaultyRouter.Unsent })
        {
            var length = wholeOnly ? secret.Length : secret.Length / 2 + 1;
            for (var start = 0; start + length <= secret.Length; start++)
            {
                if (text.Contains(secret.Substring(start, length), StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
