using System.Net.Sockets;

namespace ConnectionGen.Simulation;

/// <summary>The faults that all sessions of a device share: what happens only so many times.</summary>
internal sealed class DeviceFaults(FaultPlan plan)
{
    private readonly Lock _lock = new();
    private int _refused;
    private int _failedLogins;
    private int _commands;

    public FaultPlan Plan { get; } = plan;

    /// <summary>Whether a new connection is reset; this uses one of the plan's up.</summary>
    public bool Refuses(Socket socket)
    {
        lock (_lock)
        {
            if (_refused >= Plan.RefusedAccepts)
            {
                return false;
            }

            _refused++;
        }

        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
        return true;
    }

    public MockCommand? FailedLogin(string state)
    {
        if (Plan.Login is not { } login || login.PasswordState != state)
        {
            return null;
        }

        lock (_lock)
        {
            return _failedLogins++ < login.Times ? new MockCommand { Responses = [login.Message], NewState = login.NextState } : null;
        }
    }

    /// <summary>Counts a line; gives the host name that the device takes now, or null.</summary>
    public string? Commanded()
    {
        if (Plan.HostNames.Count == 0)
        {
            return null;
        }

        lock (_lock)
        {
            _commands++;
            return Plan.HostNames.Where(change => change.Commands == _commands).Select(change => change.HostName).LastOrDefault();
        }
    }

    /// <summary>What happens to the device when a session comes to a state; null for nothing.</summary>
    public FaultPlan.Reboot? Entered(string state) => Plan.Reboots.FirstOrDefault(reboot => reboot.State == state);
}
