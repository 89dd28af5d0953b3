using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Recording;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli;

/// <content>Recording what is typed and what comes.</content>
public partial class CliConnection
{
    private string? _recordName = sessionRecord;
    private SessionRecorder? _recorder;
    private SessionRecord? _record; // of the link that is open, or was last

    /// <summary>The file in which the session is being recorded; null where it is not.</summary>
    public string? SessionRecordFile => _recorder?.Path;

    private SessionRecorder Recorder => LazyInitializer.EnsureInitialized(ref _recorder, NewRecorder);

    /// <summary>
    /// Records the session in a file from now on, or no longer: a line for each piece, with its time, who said it, and the text, secrets replaced; see
    /// <see cref="SessionEntry"/>. Each is written when it comes. A file that is there is continued. It stays so when the connection is closed and opened again.
    /// </summary>
    /// <param name="file">
    /// The file, whose folders are made; <c>{device}</c>, <c>{alias}</c>, <c>{via}</c> and <c>{time}</c> (of the begin, in UTC) stand for what they say. Null for no record.
    /// </param>
    /// <param name="cancellationToken">Looked at before anything is done.</param>
    /// <exception cref="SessionRecordException">The file cannot be written, or a word in its name stands for nothing. What was recorded before is still.</exception>
    /// <example><code>
    /// await r1.LogToAsync("records/{device}-{time}.txt");
    /// </code></example>
    [Service(NeedsLease = true)]
    public virtual Task LogToAsync(string? file, CancellationToken cancellationToken = default) => cancellationToken.IsCancellationRequested
        ? Task.FromCanceled(cancellationToken)
        : WatchLinkAsync(() => LogTo(file));

    /// <summary>Tells an observer each piece of the sessions from now on, over reconnections, as <see cref="LogToAsync"/> writes it. It is told in order, and keeps the session waiting.</summary>
    /// <param name="observer">Whom to tell. Where it throws, the log says so, and it is told nothing more.</param>
    /// <returns>Dispose it to tell nothing more.</returns>
    /// <example><code>
    /// using var _ = connection.ObserveSession(entry => writer.WriteLine(entry));
    /// </code></example>
    public IDisposable ObserveSession(Action<SessionEntry> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return Recorder.Observe(observer);
    }

    private Task LogTo(string? file)
    {
        _ = Line;
        if (ResolveRecordName(file) is not { } path || Path.GetFullPath(path) != Recorder.Path)
        {
            var opened = OpenRecordFile(file);
            _record?.Flush();
            Recorder.Use(opened);
        }

        _recordName = file;
        return Task.CompletedTask;
    }

    private SessionRecorder NewRecorder()
    {
        var recorder = new SessionRecorder(Context.Logger, () => Where);
        if (Context.Options.SessionObserver is { } ofTestbed)
            recorder.Observe(entry => ofTestbed(this, entry));

        return recorder;
    }

    private SessionRecord BeginRecord()
    {
        Recorder.Use(OpenRecordFile(_recordName));
        return _record = new SessionRecord(Context.TimeProvider, new Redactor(() => PathSecrets.Of(Context.Path)), Recorder);
    }

    private RecordFile? OpenRecordFile(string? name) => ResolveRecordName(name) is { } path ? RecordFile.Open(path, Where, Context.TimeProvider.GetUtcNow()) : null;

    private string? ResolveRecordName(string? name) =>
        string.IsNullOrEmpty(name) ? null : RecordFileName.Resolve(name, Context.DeviceDescription.Name, Alias, Via, Context.TimeProvider.GetUtcNow(), Where);

    private async Task<ITransport> ConnectTransportAsync(SessionRecord record, Deadline deadline)
    {
        try
        {
            return await ConnectTransportAsync(deadline).ConfigureAwait(false);
        }
        catch
        {
            record.End();
            throw;
        }
    }
}
