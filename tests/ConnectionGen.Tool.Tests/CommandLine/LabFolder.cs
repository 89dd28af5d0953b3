using System.Globalization;
using System.Text;
using ConnectionGen.Simulation;

namespace ConnectionGen.Tool.Tests;

/// <summary>A folder with a testbed file whose devices are simulated, r1 to rN; <see cref="Silent"/> ones are there but nobody listens.</summary>
internal sealed class LabFolder : IAsyncDisposable
{
    private const string Mock = """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "lab-pass": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show clock": "10:42:07.123 UTC Mon Mar 2 2026"
            "show version": |
              Example Router Software, Version 17.3
              Uptime is 4 weeks
            "show ip route": "C 192.0.2.0/24 is directly connected"
            "show inventory": {response: "LINES"}
            "show nothing": ""
            "show users": "admin lab-pass"
            "reload": {new_state: silence}
        silence:
          prompt: ""
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-lab-");
    private readonly SimulatedLab _lab;

    private LabFolder(SimulatedLab lab)
    {
        _lab = lab;
        File.Copy(lab.TestbedFile, Testbed);
    }

    public string Path => _folder.FullName;

    public string Testbed => Of("testbed.yaml");

    public IReadOnlyDictionary<string, SimulatedDevice> Devices => _lab.Devices;

    /// <param name="devices">How many.</param>
    /// <param name="silent">Devices at whose port nobody listens.</param>
    public static Task<LabFolder> StartAsync(int devices = 2, params string[] silent) => StartAsync(devices, silent, port: 1);

    /// <param name="devices">How many.</param>
    /// <param name="silent">Devices that are not simulated.</param>
    /// <param name="port">Their port.</param>
    public static async Task<LabFolder> StartAsync(int devices, string[] silent, int port)
    {
        using var source = new TemporaryFile(TestbedText(devices, silent, port));
        var mock = MockData.Parse(Mock.Replace("LINES", string.Join("\\n", Enumerable.Range(1, 60).Select(static n => $"part {n}")), StringComparison.Ordinal));
        return new LabFolder(await SimulatedLab.StartAsync(source.Path, device => silent.Contains(device.Name) ? null : new(mock, new() { HostName = device.Name }), TestContext.Current.CancellationToken));
    }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Of(name), text, TestContext.Current.CancellationToken);
        return Of(name);
    }

    /// <summary>Waits until each device has seen the end of its one session; a client closes before that.</summary>
    public async Task SessionsEndedAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        foreach (var device in Devices.Values)
        {
            while (Assert.Single(device.Sessions).EndReason is null)
                await Task.Delay(10, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string TestbedText(int devices, string[] silent, int silentPort)
    {
        var text = new StringBuilder("testbed:\n  name: lab\n  credentials:\n    default: {username: admin, password: \"%ENV{LAB_PASSWORD, lab-pass}\"}\ndevices:\n");
        foreach (var name in Enumerable.Range(1, devices).Select(static number => $"r{number}"))
        {
            var port = silent.Contains(name) ? silentPort : 2001;
            text.Append(CultureInfo.InvariantCulture, $"  {name}:\n    alias: {name.Replace('r', 'x')}\n    os: ios\n    type: router\n    connections:\n      vty: {{protocol: telnet, ip: 127.0.0.1, port: {port}}}\n");
        }

        return text.Append("topology:\n  r1:\n    interfaces:\n      eth1: {ipv4: 10.12.0.1/30, link: r1-r2, type: ethernet}\n  r2:\n    interfaces:\n      eth1: {ipv4: 10.12.0.2/30, link: r1-r2, type: ethernet}\n").ToString();
    }

    private sealed class TemporaryFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-source-");

        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path => System.IO.Path.Combine(_folder.FullName, "lab.yaml");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
