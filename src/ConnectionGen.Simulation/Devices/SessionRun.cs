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
    private readonly CancellationTokenSource _stop;
    private volatile bool _isIdle;

    public SessionRun(SimulatedDevice device, SimulatedSession session, CancellationToken deviceStopped)
    {
        _device = device;
        _session = session;
        _record = session.Record;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(deviceStopped);
    }

    /// <summary>Plays until either side ends; the stream is closed then. Never throws.</summary>
    public async Task RunAsync(Stream stream, bool isTelnet, Socket? socket)
    {
        var options = _device.Options;
        using var stop = _stop;
        using var output = new SessionOutput(stream, isTelnet, _record, options.TimeProvider, options.SendLimit);
        using var input = new SessionInput(isTelnet, options.TimeProvider);
        var reading = Task.CompletedTask;
        using (var idle = options.TimeProvider.CreateTimer(static run => ((SessionRun)run!).CheckSilence(), this, options.IdleLimit, options.IdleLimit / 4))
        {
            try
            {
                var player = new SessionPlayer(_device, _session, input, output);
                await input.BeginAsync(output, stop.Token).ConfigureAwait(false);
                reading = input.ReadAsync(stream, output, _session, stop.Token);
                await PlayAsync(player, output, stop.Token).ConfigureAwait(false);
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

        await _stop.CancelAsync().ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(false);
    }

    private string Reason(Exception error) => error switch
    {
        SessionEndedException => error.Message,
        OperationCanceledException when _isIdle => string.Create(CultureInfo.InvariantCulture, $"nothing was typed for {_device.Options.IdleLimit.TotalSeconds:0.#} s"),
        OperationCanceledException when _stop.IsCancellationRequested => "the device was stopped",
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
