namespace ConnectionGen.Simulation;

/// <summary>What a client sees on connecting.</summary>
public enum LineKind
{
    /// <summary>A virtual terminal: the first state's preface and prompt come at once, and each session begins anew.</summary>
    Vty,

    /// <summary>A console: nothing comes until Enter, and the next client finds the state that the last one left.</summary>
    Console,
}

/// <summary>A line to be made: a device has one Telnet port per line.</summary>
/// <param name="Name">Its name, for tests that have several.</param>
/// <param name="InitialState">The state it begins in; null takes the device's.</param>
/// <param name="Kind">What a client sees on connecting.</param>
/// <param name="Port">The loopback port; 0 has the system pick a free one.</param>
public sealed record LineOptions(string Name, string? InitialState = null, LineKind Kind = LineKind.Vty, int Port = 0);

/// <summary>A way into a simulated device with a Telnet port of its own, as a supervisor's console is.</summary>
public sealed class SimulatedLine
{
    private readonly Lock _lock = new();
    private readonly List<SessionPlayer> _players = [];
    private readonly MockData _data;
    private string _state;

    internal SimulatedLine(LineOptions options, MockData data, string? deviceState)
    {
        Name = options.Name;
        Kind = options.Kind;
        WantedPort = options.Port;
        _data = data;
        _state = data.StateToStartIn(options.InitialState ?? deviceState).Name;
        InitialState = _state;
    }

    /// <summary>The line's name.</summary>
    public string Name { get; }

    /// <summary>What a client sees on connecting.</summary>
    public LineKind Kind { get; }

    /// <summary>The loopback port; 0 until the device listens.</summary>
    public int Port { get; internal set; }

    /// <summary>The state that the next session begins in.</summary>
    public string State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    internal string InitialState { get; }

    internal int WantedPort { get; }

    /// <summary>Moves the line to a state: sessions on it see that state's preface and prompt, and later ones begin there.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="MockDataException">There is no such state.</exception>
    public void MoveTo(string state)
    {
        SessionPlayer[] players;
        lock (_lock)
        {
            _state = _data.StateToStartIn(state).Name;
            players = [.. _players];
        }

        foreach (var player in players)
        {
            player.RequestMove(state);
        }
    }

    internal void Reset()
    {
        lock (_lock)
        {
            _state = InitialState;
        }
    }

    internal void Joined(SessionPlayer player)
    {
        lock (_lock)
        {
            _players.Add(player);
        }
    }

    internal void Left(SessionPlayer player, string state)
    {
        lock (_lock)
        {
            _players.Remove(player);
            if (Kind == LineKind.Console)
            {
                _state = state;
            }
        }
    }
}
