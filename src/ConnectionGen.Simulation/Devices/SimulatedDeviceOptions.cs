namespace ConnectionGen.Simulation;

/// <summary>How a simulated device plays its data. Read when the device is made.</summary>
public sealed class SimulatedDeviceOptions
{
    /// <summary>What <c>%N</c> in prompts and responses stands for; <c>Router</c> unless said otherwise.</summary>
    public string HostName { get; init; } = "Router";

    /// <summary>The state that a session begins in; null takes the first of the data.</summary>
    public string? InitialState { get; init; }

    /// <summary>The lines, one Telnet port each; a single vty unless said otherwise.</summary>
    public IReadOnlyList<LineOptions> Lines { get; init; } = [new LineOptions("vty")];

    /// <summary>How many times faster than written the delays of the data pass; <see cref="double.PositiveInfinity"/> for no delays at all.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Code that answers before the data does, by the state's name.</summary>
    public IDictionary<string, StateHook> Hooks { get; } = new Dictionary<string, StateHook>(StringComparer.Ordinal);

    /// <summary>Patterns for lines that the data does not list; the first that matches answers.</summary>
    public IList<CommandPattern> Patterns { get; } = [];

    /// <summary>How the device misbehaves; null for not at all.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>How long a session may be silent before it is closed; ten minutes unless said otherwise, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a client may leave what it is sent unread before its session is closed; thirty seconds unless said otherwise, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</summary>
    public TimeSpan SendLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long bytes are held that may become a longer key; 0.3 s unless said otherwise.</summary>
    public TimeSpan KeyLimit { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>The most bytes that a typed line may have; a session that types more is closed.</summary>
    public int LineLimit { get; init; } = 64 * 1024;

    /// <summary>The most bytes kept of a session's transcript, the latest; 0 keeps none.</summary>
    public int TranscriptLimit { get; init; } = 64 * 1024;

    /// <summary>The most typed lines kept of a session, the latest.</summary>
    public int CommandLimit { get; init; } = 1_000;

    /// <summary>The most ended sessions kept, the latest.</summary>
    public int SessionLimit { get; init; } = 1_000;

    /// <summary>The clock of every delay and limit.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
