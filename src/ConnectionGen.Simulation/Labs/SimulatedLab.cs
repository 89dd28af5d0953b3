namespace ConnectionGen.Simulation;

/// <summary>A device of a testbed file that may be simulated.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Os">Its <c>os</c>; null where the file does not say.</param>
/// <param name="Platform">Its <c>platform</c>; null where the file does not say.</param>
/// <param name="Model">Its <c>model</c>; null where the file does not say.</param>
/// <param name="Paths">The names of its paths.</param>
public sealed record LabDevice(string Name, string? Os, string? Platform, string? Model, IReadOnlyList<string> Paths);

/// <summary>How a device of a testbed is simulated.</summary>
/// <param name="Data">What it plays.</param>
/// <param name="Options">
/// How; null for the defaults and the device's name as host name. A line named like a path is that path's port; other paths lead to the
/// first line.
/// </param>
public sealed record SimulatedSetup(MockData Data, SimulatedDeviceOptions? Options = null);

/// <summary>
/// The devices of a testbed file, simulated: one <see cref="SimulatedDevice"/> each, and a testbed file of the same shape whose Telnet
/// and SSH paths lead to them.
/// </summary>
/// <example>
/// <code>
/// await using var simulated = SimulatedLab.Start("lab.yaml", device => new(MockData.Load($"mock/{device.Os}.yaml")));
/// await using var lab = Lab.Load(simulated.TestbedFile);
/// </code>
/// </example>
public sealed class SimulatedLab : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, SimulatedDevice> _devices;

    private SimulatedLab(DirectoryInfo folder, string testbedFile, Dictionary<string, SimulatedDevice> devices)
    {
        _folder = folder;
        TestbedFile = testbedFile;
        _devices = devices;
    }

    /// <summary>The testbed file with the addresses of the simulated devices. It is deleted when the lab is disposed.</summary>
    public string TestbedFile { get; }

    /// <summary>The simulated devices by their names in the testbed file.</summary>
    public IReadOnlyDictionary<string, SimulatedDevice> Devices => _devices;

    /// <summary>Starts a simulated device for every device of a testbed file.</summary>
    /// <param name="testbedFile">The file; those that it extends and includes are taken in.</param>
    /// <param name="simulate">Says what a device plays; null leaves it as the file has it.</param>
    /// <exception cref="SimulatedLabException">The file or one that it names is missing or wrong, or there are no devices in it.</exception>
    /// <exception cref="MockDataException">An initial state does not exist.</exception>
    public static SimulatedLab Start(string testbedFile, Func<LabDevice, SimulatedSetup?> simulate)
    {
        var testbed = LabTestbed.Read(testbedFile);
        var devices = new Dictionary<string, SimulatedDevice>(StringComparer.Ordinal);
        DirectoryInfo? folder = null;
        try
        {
            foreach (var device in testbed.Devices())
            {
                if (simulate(device) is { } setup)
                {
                    devices.Add(device.Name, SimulatedDevice.Start(setup.Data, setup.Options ?? new SimulatedDeviceOptions { HostName = device.Name }));
                }
            }

            folder = Directory.CreateTempSubdirectory("connectiongen-");
            var file = Path.Combine(folder.FullName, Path.GetFileName(testbedFile));
            File.WriteAllText(file, testbed.WithAddresses(devices));
            return new SimulatedLab(folder, file, devices);
        }
        catch
        {
            foreach (var device in devices.Values)
            {
                device.Stop();
            }

            folder?.Delete(recursive: true);
            throw;
        }
    }

    /// <inheritdoc cref="Start"/>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static Task<SimulatedLab> StartAsync(string testbedFile, Func<LabDevice, SimulatedSetup?> simulate, CancellationToken cancellationToken = default) =>
        Task.Run(() => Start(testbedFile, simulate), cancellationToken);

    /// <summary>Stops every device and deletes the testbed file.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var device in _devices.Values)
        {
            await device.DisposeAsync().ConfigureAwait(false);
        }

        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
