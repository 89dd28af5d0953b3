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
    private readonly DeviceFaults? _faults;
    private CancellationTokenSource _up;
    private volatile string _hostName;
    private int _sessionCount;
    private int _running;
    private bool _isStopped;

    private SimulatedDevice(MockData data, SimulatedDeviceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Speed);
        Data = data;
        Options = options;
        _hostName = options.HostName;
        _faults = options.Faults is null ? null : new DeviceFaults(options.Faults);
        _up = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
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

    /// <summary>False while the device is down: its ports refuse connections.</summary>
    public bool IsUp => !Volatile.Read(ref _up).IsCancellationRequested;

    /// <summary>How often each line was typed, in all sessions; the first 10,000 different lines are counted.</summary>
    public IReadOnlyDictionary<string, int> CommandCounts => _commands;

    /// <summary>The latest lines of all kept sessions that nothing had an answer for.</summary>
    public IReadOnlyList<SimulatedCommand> UnexpectedCommands => [.. Sessions.SelectMany(session => session.UnexpectedCommands)];

    internal SimulatedDeviceOptions Options { get; }

    internal bool IsStopped => _stop.IsCancellationRequested;

    private SimulatedLine? FirstLine => Lines.Count > 0 ? Lines[0] : null;

    /// <summary>Makes a device without a port, for <see cref="OpenStream"/> and <see cref="PlayAsync"/>.</summary>
    /// <param name="data">What it plays.</param>
    /// <param name="options">How it plays; null for the defaults.</param>
    /// <exception cref="MockDataException">The initial state does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not greater than 0.</exception>
    public static SimulatedDevice Create(MockData data, SimulatedDeviceOptions? options = null) => new(data, options ?? new SimulatedDeviceOptions());

    /// <summary>Makes a device and has it listen on a loopback port per line. Nothing is waited for.</summary>
    /// <param name="data">What it plays.</param>
    /// <param name="options">How it plays; null for the defaults.</param>
    /// <exception cref="MockDataException">The initial state does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not greater than 0.</exception>
    /// <exception cref="SocketException">No port is to be had, or not the one that a line wants.</exception>
    public static SimulatedDevice Start(MockData data, SimulatedDeviceOptions? options = null)
    {
        var device = Create(data, options);
        try
        {
            foreach (var line in device.Lines)
            {
                device.Listen(line);
            }

            return device;
        }
        catch
        {
            device.Stop();
            throw;
        }
    }

    /// <inheritdoc cref="Start"/>
    /// <param name="cancellationToken">Gives up starting; a device that runs is stopped by disposing it.</param>
    public static Task<SimulatedDevice> StartAsync(MockData data, SimulatedDeviceOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Start(data, options));
        }
        catch (Exception error)
        {
            return error is OperationCanceledException ? Task.FromCanceled<SimulatedDevice>(cancellationToken) : Task.FromException<SimulatedDevice>(error);
        }
    }

    /// <summary>Connects without a socket and without Telnet: what is written is typed, what is read is printed.</summary>
    /// <returns>The client's end. Dispose it to hang up.</returns>
    public Stream OpenStream()
    {
        var (client, device) = InMemoryStream.Pair();
        _ = Begin(device, isTelnet: false, FirstLine, socket: null);
        return client;
    }

    /// <summary>Plays one session over two streams, standard input and output for instance, until either ends. Both are closed then.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="output">What is printed.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    public async Task PlayAsync(Stream input, Stream output, CancellationToken cancellationToken = default)
    {
        await Begin(new InMemoryStream(input, output), isTelnet: false, FirstLine, socket: null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the device down: every session is reset and every port refuses connections, until <see cref="ComeBack"/>.</summary>
    public void GoDown()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            foreach (var listener in _listeners)
            {
                listener.Close();
            }
        }

        _up.Cancel();
    }

    /// <summary>Brings a device back that is down: its ports are what they were, its lines begin in their first states.</summary>
    public void ComeBack()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            if (IsUp)
            {
                return;
            }

            _up = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            foreach (var line in Lines)
            {
                line.Reset();
            }

            foreach (var listener in _listeners)
            {
                listener.Open();
            }
        }
    }

    /// <summary>Takes the device down and brings it back after a while; does not wait for that.</summary>
    /// <param name="downFor">How long it is down; null for ever.</param>
    public void Reboot(TimeSpan? downFor)
    {
        GoDown();
        if (downFor is { } time)
        {
            _ = TrackedAsync(ComeBackAsync(time));
        }
    }

    /// <summary>Stops listening, ends every session and waits until nothing of the device runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        MarkStopped();
        await _stop.CancelAsync().ConfigureAwait(false);
        DisposeListeners();
        await _allEnded.Task.ConfigureAwait(false);
    }

    /// <summary>Stops a device that nobody has come to know; what it began ends by itself.</summary>
    internal void Stop()
    {
        MarkStopped();
        _stop.Cancel();
        DisposeListeners();
    }

    internal void Count(string command)
    {
        if (_commands.Count < MostCounted || _commands.ContainsKey(command))
        {
            _commands.AddOrUpdate(command, 1, static (_, count) => count + 1);
        }

        if (_faults?.Commanded() is { } hostName)
        {
            HostName = hostName;
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

    private void MarkStopped()
    {
        lock (_lock)
        {
            if (!_isStopped && _running == 0)
            {
                _allEnded.SetResult();
            }

            _isStopped = true;
        }
    }

    private void DisposeListeners()
    {
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }
    }

    private void Listen(SimulatedLine line)
    {
        var listener = new TelnetListener(line.WantedPort, Options.TimeProvider);
        _listeners.Add(listener);
        line.Port = listener.Port;
        _ = TrackedAsync(listener.ServeAsync(socket => Accepted(socket, line), _stop.Token));
    }

    private void Accepted(Socket socket, SimulatedLine line)
    {
        if (_faults?.Refuses(socket) == true)
        {
            return;
        }

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

    private Task Begin(Stream stream, bool isTelnet, SimulatedLine? line, Socket? socket, CancellationToken cancellationToken = default)
    {
        var record = new SessionRecord(Options.TimeProvider, Options.TranscriptLimit, Options.CommandLimit);
        SimulatedSession session;
        SessionFaults? faults;
        CancellationToken down;
        string? refusal;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            down = _up.Token;
            refusal = Refusal();
            session = new SimulatedSession(++_sessionCount, line, record, Options.TimeProvider.GetUtcNow());
            faults = _faults is null ? null : new SessionFaults(_faults, _sessionCount);
            _sessions.Enqueue(session);
            _running++;
        }

        return EndedAsync(new SessionRun(this, session, faults, down, cancellationToken).RunAsync(stream, isTelnet, socket, refusal));
    }

    /// <summary>What a client reads for which there is no line; null where there is one.</summary>
    private string? Refusal() => _faults?.Plan.Full is { } full && _sessions.Count(session => session.IsOpen) >= full.Sessions ? full.Message : null;

    private async Task ComeBackAsync(TimeSpan downFor)
    {
        await Task.Delay(downFor, Options.TimeProvider, _stop.Token).ConfigureAwait(false);
        ComeBack();
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
