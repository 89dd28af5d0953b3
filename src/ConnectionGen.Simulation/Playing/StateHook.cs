namespace ConnectionGen.Simulation;

/// <summary>Answers a line typed in a state, before the data is asked.</summary>
/// <param name="session">What the hook may look at and do.</param>
/// <param name="line">The line, without Enter.</param>
/// <param name="cancellationToken">Cancelled when the session ends.</param>
/// <returns>True where the line is answered; false leaves it to the data.</returns>
public delegate ValueTask<bool> StateHook(HookContext session, string line, CancellationToken cancellationToken);

/// <summary>What a hook may look at and do.</summary>
public sealed class HookContext
{
    private readonly SessionPlayer _player;

    internal HookContext(SessionPlayer player) => _player = player;

    /// <summary>The device, whose host name and lines may be changed.</summary>
    public SimulatedDevice Device => _player.Device;

    /// <summary>The session that typed the line.</summary>
    public SimulatedSession Session => _player.Session;

    /// <summary>The state that the line was typed in.</summary>
    public string State => _player.State.Name;

    /// <summary>A place for what hooks remember between lines of one session.</summary>
    public IDictionary<string, object?> Items { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The state that follows once the hook has answered; null to stay.</summary>
    public string? NewState { get; set; }

    /// <summary>Prints a text; each LF goes out as CR LF.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops the printing.</param>
    public ValueTask WriteAsync(string text, CancellationToken cancellationToken = default) => _player.PrintForHookAsync(MockText.From(text), cancellationToken);

    /// <summary>Waits, by the device's clock and speed; Ctrl-C ends the wait early.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async ValueTask DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default) => await _player.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
}

/// <summary>Hooks that many devices need.</summary>
public static class Hooks
{
    /// <summary>Makes <c>hostname X</c> change the device's host name; put it at the configuration state.</summary>
    public static StateHook HostName { get; } = ChangeHostName;

    private static ValueTask<bool> ChangeHostName(HookContext session, string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["hostname", var name])
        {
            return ValueTask.FromResult(false);
        }

        session.Device.HostName = name;
        return ValueTask.FromResult(true);
    }
}
