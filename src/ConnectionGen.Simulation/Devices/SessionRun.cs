using System.Globalization;
using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>One session from the first byte to the end: its input, output and player, its limits, and why it ended.</summary>
internal sealed class SessionRun
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
    private readonly SimulatedDevice _device;
    private readonly SimulatedSession _session;
    private readonly SessionRecord _record;
    private readonly SessionFaults? _faults;
    private readonly CancellationTokenSource _stop;
    private volatile bool _isIdle;

    public SessionRun(SimulatedDevice device, SimulatedSession session, SessionFaults? faults, CancellationToken deviceDown, CancellationToken caller)
    {
        _faults = faults;
        _device = device;
        _session = session;
        _record = session.Record;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(deviceDown, caller);
    }

    /// <summary>Plays until either side ends; the stream is closed then. Never throws.</summary>
    public async Task RunAsync(Stream stream, bool isTelnet, Socket? socket, string? refusal)
    {
        var options = _device.Options;
        using var stop = _stop;
        stream = _faults is { Wire: { IsUsed: true } wire } ? new FaultyStream(stream, socket, wire, options.TimeProvider) : stream;
        using var output = new SessionOutput(stream, isTelnet, _record, _faults?.Wire, options.TimeProvider, options.SendLimit);
        using var input = new SessionInput(isTelnet, options.TimeProvider);
        var reading = Task.CompletedTask;
        using (var idle = options.TimeProvider.CreateTimer(static run => ((SessionRun)run!).CheckSilence(), this, options.IdleLimit, options.IdleLimit == Timeout.InfiniteTimeSpan ? options.IdleLimit : options.IdleLimit / 4))
        {
            try
            {
                await WaitAsync(options.TimeProvider, stop.Token).ConfigureAwait(false);
                var player = new SessionPlayer(_device, _session, input, output, _faults);
                await input.BeginAsync(output, stop.Token).ConfigureAwait(false);
                reading = input.ReadAsync(stream, output, _session, stop.Token);
                await (refusal is null ? PlayAsync(player, output, stop.Token) : RefuseAsync(refusal, output, stop.Token)).ConfigureAwait(false);
                _session.EndReason = "the client closed the connection";
            }
            catch (Exception error)
            {
                // hooks are users' code and may throw anything; a session's end is told by its reason
                _session.EndReason = Reason(error);
            }
        }

        await CloseAsync(stream, socket, reading).ConfigureAwait(false);
        _device.Ended(_session);
    }

    private static async Task RefuseAsync(string refusal, SessionOutput output, CancellationToken cancellationToken)
    {
        output.Write(System.Text.Encoding.UTF8.GetBytes(refusal + "\r\n"));
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        throw new SessionEndedException("there was no line free");
    }

    private Task WaitAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _faults is { AcceptDelay: var delay } && delay > TimeSpan.Zero ? Task.Delay(delay, time, cancellationToken) : Task.CompletedTask;

    private async Task PlayAsync(SessionPlayer player, SessionOutput output, CancellationToken cancellationToken)
    {
        _session.Line?.Joined(player);
        try
        {
            await player.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SessionEndedException)
        {
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _session.Line?.Left(player, player.State.Name);
        }
    }

    /// <summary>The last bytes reach the client only if it closes first, so it is given a moment for that.</summary>
    private async Task CloseAsync(Stream stream, Socket? socket, Task reading)
    {
        try
        {
            if (socket is not null && !_stop.IsCancellationRequested)
            {
                socket.Shutdown(SocketShutdown.Send);
                await reading.WaitAsync(Linger, _device.Options.TimeProvider, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or TimeoutException or OperationCanceledException)
        {
            // the client is gone, or does not go: either way the connection is closed now
        }

        Reset(socket);
        await _stop.CancelAsync().ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);

        // standard input cannot be cancelled: what still reads there ends with the process
        await reading.WaitAsync(Linger, _device.Options.TimeProvider, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A device that goes down says nothing to its clients: their connections are reset.</summary>
    private void Reset(Socket? socket)
    {
        if (socket is null || _device.IsUp)
        {
            return;
        }

        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // the client was faster
        }
    }

    private string Reason(Exception error) => error switch
    {
        SessionEndedException => error.Message,
        OperationCanceledException when _isIdle => string.Create(CultureInfo.InvariantCulture, $"nothing was typed for {_device.Options.IdleLimit.TotalSeconds:0.#} s"),
        OperationCanceledException when _device.IsStopped => "the device was stopped",
        OperationCanceledException when !_device.IsUp => "the device went down",
        OperationCanceledException when _stop.IsCancellationRequested => "the session was cancelled",
        IOException or ObjectDisposedException or SocketException => "the client went away",
        _ => $"a hook of the state '{_session.State}' failed: {error.GetType().Name}: {error.Message}",
    };

    private void CheckSilence()
    {
        if (_record.Silence >= _device.Options.IdleLimit)
        {
            _isIdle = true;
            try
            {
                _stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // the session ended in this moment
            }
        }
    }
}
