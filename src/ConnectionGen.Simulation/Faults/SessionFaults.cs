using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>The faults of one session: the plan's chances, drawn in the order that the session comes to them.</summary>
internal sealed class SessionFaults
{
    private readonly FaultPlan _plan;
    private readonly DeviceFaults _device;
    private readonly Repeatable _chance;
    private readonly Repeatable _echoChance;

    public SessionFaults(DeviceFaults device, int session)
    {
        _plan = device.Plan;
        _device = device;
        var seed = ((ulong)(uint)_plan.Seed << 32) | (uint)session;
        _chance = new Repeatable(seed);
        _echoChance = new Repeatable(~seed);
        Wire = new WireFaults(_plan);
    }

    /// <summary>What happens to the bytes on their way.</summary>
    public WireFaults Wire { get; }

    public TimeSpan AcceptDelay => _plan.AcceptDelay;

    /// <summary>Draws what happens at a line typed in a state; gives how late it is answered.</summary>
    public TimeSpan Commanded(string line, string state)
    {
        if (_plan.CommandCuts.TryGetValue(line, out var cut))
        {
            Wire.CutWithin(cut);
        }
        else if (_plan.AnyCut is { } any && IsIn(state) && _chance.Happens(any.Share))
        {
            Wire.CutWithin(new FaultPlan.Cut(_chance.Next(any.WithinBytes), any.Kind));
        }

        if (!IsIn(state))
        {
            return TimeSpan.Zero;
        }

        var (delay, jitter) = _plan.CommandLatencies.TryGetValue(line, out var own) ? own : (_plan.CommandLatency, _plan.LatencyJitter);
        return delay + (jitter > TimeSpan.Zero ? jitter * _chance.Next() : TimeSpan.Zero);
    }

    /// <summary>Shows what is typed, as the plan has it in the state of that moment.</summary>
    public Action<ReadOnlySpan<byte>> Echo(Action<ReadOnlySpan<byte>> echo, Func<string> state) => typed =>
    {
        if (!IsIn(state()))
        {
            echo(typed);
        }
        else if (!_plan.IsEchoMissing)
        {
            echo(typed is [> 0x20 and < 0x7e] && _echoChance.Happens(_plan.WrongEchoShare) ? [(byte)(typed[0] + 1)] : typed);
        }
    };

    /// <summary>The answer in a state as it is printed: garbage before it, lines inside it.</summary>
    public MockText Answer(MockText text, string state)
    {
        if (!IsIn(state))
        {
            return text;
        }

        if (_plan.LinesInOutput.Count > 0 && text.Bytes.Span.IndexOf((byte)'\n') is var end and >= 0 && end + 1 < text.Bytes.Length)
        {
            var inside = Encoding.UTF8.GetBytes(string.Concat(_plan.LinesInOutput.Select(line => line + "\r\n")));
            text = MockText.From([.. text.Bytes.Span[..(end + 1)], .. inside, .. text.Bytes.Span[(end + 1)..]]);
        }

        return _plan.GarbageBytes is { Bytes: > 0 } garbage && _chance.Happens(garbage.Share)
            ? MockText.From([.. Garbage(garbage.Bytes), .. text.Bytes.Span])
            : text;
    }

    /// <summary>The log messages that come after a prompt of a state.</summary>
    public IEnumerable<FaultPlan.LoggedMessage> Messages(string state) => IsIn(state) ? _plan.Messages.Where(message => _chance.Happens(message.Share)) : [];

    /// <summary>What a failing login does instead of the data; null where the data decides.</summary>
    public MockCommand? FailedLogin(string state) => _device.FailedLogin(state);

    /// <summary>What happens to the device on coming to a state; null for nothing.</summary>
    public FaultPlan.Reboot? Reboot(string state) => _device.Entered(state);

    private bool IsIn(string state) => _plan.States.Count == 0 || _plan.States.Contains(state, StringComparer.Ordinal);

    private byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        _chance.Fill(bytes);
        foreach (ref var value in bytes.AsSpan())
        {
            value = value is (byte)'\r' or (byte)'\n' or (byte)'%' or TelnetBytes.Iac ? (byte)'?' : value;
        }

        return bytes;
    }
}
