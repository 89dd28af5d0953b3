using System.Collections.Concurrent;
using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>
/// A network device that exists in this process only: it plays mock data to everyone who connects to its loopback Telnet port,
/// and remembers what they did.
/// </summary>
/// <example>
/// <code>
/// await using var device = await SimulatedDevice.StartAsync(MockData.Load("ios.yaml"), new() { HostName = "r1", InitialState = "login" });
/// // connect to 127.0.0.1, device.Port
/// </code>
/// </example>
public sealed class SimulatedDevice : IAsyncDisposable
{
    private const int MostCounted = 10_000;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TelnetListener> _listeners = [];
    private readonly TaskCompletionSource _allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<SimulatedSession> _sessions = [];
    private readonly ConcurrentDictionary<string, int> _commands = new(StringComparer.Ordinal);
    private volatile string _hostName;
    private int _sessionCount;
    private int _running;
    private bool _isStopped;

    private SimulatedDevice(MockData data, SimulatedDeviceOptions options)
    {
        Data = data;
        Options = options;
        _hostName = options.HostName;
        data.StateToStartIn(options.InitialState);
        Lines = [.. options.Lines.Select(line => new SimulatedLine(line, data, options.InitialState))];
    }

    /// <summary>The loopback Telnet port of the first line; 0 on a device that does not listen.</summary>
    public int Port => Lines.Count > 0 ? Lines[0].Port : 0;

    /// <summary>The ways in, in the order of <see cref="SimulatedDeviceOptions.Lines"/>.</summary>
    public IReadOnlyList<SimulatedLine> Lines { get; }

    /// <summary>What <c>%N</c> stands for now, in every session.</summary>
    public string HostName
    {
        get => _hostName;
        set => _hostName = value;
    }

    /// <summary>What the device plays.</summary>
    public MockData Data { get; }

    /// <summary>The sessions so far, open ones and the latest ended, in the order they came.</summary>
    public IReadOnlyList<SimulatedSession> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>The sessions so far, those no longer kept included.</summary>
    public int SessionCount => Volatile.Read(ref _sessionCount);

    /// <summary>How often each line was typed, in all sessions; the first 10,000 different lines are counted.</summary>
    public IReadOnlyDictionary<string, int> CommandCounts => _commands;

    /// <summary>The latest lines of all kept sessions that nothing had an answer for.</summary>
    public IReadOnlyList<SimulatedCommand> UnexpectedCommands => [.. Sessions.SelectMany(session => session.UnexpectedCommands)];

    internal SimulatedDeviceOptions Options { get; }

    private SimulatedLine? FirstLine => Lines.Count > 0 ? Lines[0] : null;

    /// <summary>Makes a device without a port, for <see cref="OpenStream"/> and <see cref="PlayAsync"/>.</summary>
    /// <param name="data">What it plays.</param>
    /// <param name="options">How it plays; null for the defaults.</param>
    /// <exception cref="MockDataException">The initial state does not exist.</exception>
    public static SimulatedDevice Create(MockData data, SimulatedDeviceOptions? options = null) => new(data, options ?? new SimulatedDeviceOptions());

    /// <summary>Makes a device and has it listen on a loopback port per line.</summary>
    /// <param name="data">What it plays.</param>
    /// <param name="options">How it plays; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting; a device that runs is stopped by disposing it.</param>
    /// <exception cref="MockDataException">The initial state does not exist.</exception>
    /// <exception cref="SocketException">No port is to be had.</exception>
    public static Task<SimulatedDevice> StartAsync(MockData data, SimulatedDeviceOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var device = Create(data, options);
        foreach (var line in device.Lines)
        {
            device.Listen(line);
        }

        return Task.FromResult(device);
    }

    /// <summary>Connects without a socket and without Telnet: what is written is typed, what is read is printed.</summary>
    /// <returns>The client's end. Dispose it to hang up.</returns>
    public Stream OpenStream()
    {
        var (client, device) = InMemoryStream.Pair();
        _ = Begin(device, isTelnet: false, FirstLine, socket: null);
        return client;
    }

    /// <summary>Plays one session over two streams, standard input and output for instance, until either ends.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="output">What is printed.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    public async Task PlayAsync(Stream input, Stream output, CancellationToken cancellationToken = default)
    {
        var session = Begin(new InMemoryStream(input, output), isTelnet: false, FirstLine, socket: null);
        await session.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops listening, ends every session and waits until nothing of the device runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (!_isStopped && _running == 0)
            {
                _allEnded.SetResult();
            }

            _isStopped = true;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        await _allEnded.Task.ConfigureAwait(false);
    }

    internal void Count(string command)
    {
        if (_commands.Count < MostCounted || _commands.ContainsKey(command))
        {
            _commands.AddOrUpdate(command, 1, static (_, count) => count + 1);
        }
    }

    internal void Ended(SimulatedSession session)
    {
        lock (_lock)
        {
            while (_sessions.Count > Options.SessionLimit && _sessions.Peek() is { IsOpen: false })
            {
                _sessions.Dequeue();
            }
        }
    }

    private void Listen(SimulatedLine line)
    {
        var listener = new TelnetListener(Options.TimeProvider);
        _listeners.Add(listener);
        line.Port = listener.Port;
        _ = TrackedAsync(listener.ServeAsync(socket => Accepted(socket, line), _stop.Token));
    }

    private void Accepted(Socket socket, SimulatedLine line)
    {
        try
        {
            _ = Begin(new NetworkStream(socket, ownsSocket: true), isTelnet: true, line, socket);
        }
        catch (ObjectDisposedException)
        {
            // accepted in the moment of stopping
            socket.Dispose();
        }
    }

    private Task Begin(Stream stream, bool isTelnet, SimulatedLine? line, Socket? socket)
    {
        var record = new SessionRecord(Options.TimeProvider, Options.TranscriptLimit, Options.CommandLimit);
        SimulatedSession session;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            session = new SimulatedSession(++_sessionCount, line, record, Options.TimeProvider.GetUtcNow());
            _sessions.Enqueue(session);
            _running++;
        }

        return EndedAsync(new SessionRun(this, session, _stop.Token).RunAsync(stream, isTelnet, socket));
    }

    private Task TrackedAsync(Task serving)
    {
        lock (_lock)
        {
            _running++;
        }

        return EndedAsync(serving);
    }

    /// <summary>Counts down when a part of the device has ended, however it ended; the last one lets the device go.</summary>
    private async Task EndedAsync(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            if (--_running == 0 && _isStopped)
            {
                _allEnded.TrySetResult();
            }
        }
    }
}
