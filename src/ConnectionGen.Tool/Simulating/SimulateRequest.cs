using ConnectionGen.Simulation;

namespace ConnectionGen.Tool;

/// <summary>What the command line asks to be simulated.</summary>
internal sealed record SimulateRequest(string Data, IReadOnlyList<string> States, string HostName, int Port, bool IsConsole, double Speed, string? Faults)
{
    public (MockData Data, SimulatedDeviceOptions Options) Read()
    {
        var data = Path.GetExtension(Data).Equals(".txt", StringComparison.OrdinalIgnoreCase)
            ? MockDataRecorder.ToMockData(SessionRecording.Parse(FileText.Of(Data), Data), new() { HostName = HostName, KeepDelays = true })
            : MockData.Load(Data);
        return (data, new SimulatedDeviceOptions
        {
            HostName = HostName,
            InitialState = States is [var first, ..] ? first : null,
            Lines = Lines(),
            Speed = Speed,
            Faults = Faults is null ? null : FaultPlan.Load(Faults),
        });
    }

    private LineOptions[] Lines()
    {
        var kind = IsConsole ? LineKind.Console : LineKind.Vty;
        return States.Count < 2
            ? [new("vty", Kind: kind, Port: Port)]
            : [.. States.Select((state, at) => new LineOptions(state, state, kind, Port == 0 ? 0 : Port + at))];
    }
}
