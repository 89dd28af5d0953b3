using ConnectionGen.Simulation;

namespace Quickstart;

/// <summary>Plays the devices of <c>lab.yaml</c> on this machine, so that there is something to connect to.</summary>
internal static class Simulation
{
    public static Task<SimulatedLab> StartAsync() => SimulatedLab.StartAsync(Beside("lab.yaml"), Simulate);

    private static SimulatedSetup Simulate(LabDevice device) => new(
        MockData.Load(Beside($"mock/{device.Os}.yaml")),
        new SimulatedDeviceOptions
        {
            HostName = device.Name,
            Lines = [.. device.Paths.Select(path => new LineOptions(path))],
            Hooks = { ["config"] = Hooks.HostName },
        });

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
