using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>How long things may take. Nothing waits forever unless told to: <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
public sealed record ConnectionLimits
{
    private readonly TimeSpan _open = TimeSpan.FromSeconds(60);
    private readonly TimeSpan _close = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _disconnect = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _busy = TimeSpan.FromMinutes(5);
    private readonly TimeSpan _pool = TimeSpan.FromMinutes(5);

    /// <summary>Opening a connection, 60 seconds. A path's <c>connection_timeout</c> (seconds) says otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Open { get => _open; init => _open = Checked(value); }

    /// <summary>Closing a connection, 10 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Close { get => _close; init => _close = Checked(value); }

    /// <summary>How long a disconnect waits for a running service before it closes under it, 10 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Disconnect { get => _disconnect; init => _disconnect = Checked(value); }

    /// <summary>How long a call waits for the calls before it on the same connection, 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Busy { get => _busy; init => _busy = Checked(value); }

    /// <summary>How long a call waits for a free worker of a pool, 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan Pool { get => _pool; init => _pool = Checked(value); }

    internal static TimeSpan Checked(TimeSpan value, [CallerMemberName] string? name = null, string? of = null) => value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"A limit{(of is null ? "" : $" of {of}")} is zero or more, or Timeout.InfiniteTimeSpan.");
}
