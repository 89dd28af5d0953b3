using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli.Recording;

/// <summary>Where a connection's sessions are recorded: a file, and those who observe. Outlasts the links.</summary>
internal sealed class SessionRecorder(ILogger logger, Func<string> where)
{
    private readonly Lock _lock = new();
    private volatile RecordFile? _file;
    private volatile Observation[] _observers = [];

    /// <summary>True where somebody wants the pieces.</summary>
    public bool IsOn => _file is not null || _observers.Length > 0;

    /// <summary>The file's path; null where there is none.</summary>
    public string? Path => _file?.Path;

    /// <summary>Records into a file from now on.</summary>
    public void Use(RecordFile? file)
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = file;
        }
    }

    public void CloseFile() => Use(null);

    public IDisposable Observe(Action<SessionEntry> observer)
    {
        var observation = new Observation(this, observer);
        lock (_lock)
            _observers = [.. _observers, observation];
        return observation;
    }

    // A record that fails is no reason for the session to fail: it ends, and the log says so.
    public void Write(SessionEntry entry)
    {
        try
        {
            lock (_lock)
                _file?.Write(entry.ToString());
        }
        catch (IOException e)
        {
            Log.RecordEnded(logger, e, where(), Path);
            CloseFile();
        }

        foreach (var observation in _observers)
            Tell(observation, entry);
    }

    private void Tell(Observation observation, SessionEntry entry)
    {
        try
        {
            observation.Observer(entry);
        }
        catch (Exception e) // users' code may throw anything
        {
            Log.ObserverEnded(logger, e, where());
            observation.Dispose();
        }
    }

    private void Forget(Observation observation)
    {
        lock (_lock)
            _observers = [.. _observers.Where(other => other != observation)];
    }

    private sealed class Observation(SessionRecorder recorder, Action<SessionEntry> observer) : IDisposable
    {
        public Action<SessionEntry> Observer => observer;

        public void Dispose() => recorder.Forget(this);
    }
}
