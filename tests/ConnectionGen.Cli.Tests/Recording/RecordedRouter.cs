using System.Globalization;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Recording;

/// <summary>A simulated router with secrets: it echoes what is typed at its password prompts, and shows a password that nobody has sent.</summary>
internal sealed class RecordedRouter : IAsyncDisposable
{
    public const string Login = "login-Zk4", Enable = "enable-Qm7", Unsent = "unsent-Wd2";

    private const string Data =
        $$"""
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "{{Login}}": {new_state: exec}
        exec:
          prompt: "%N>"
          commands:
            "enable": {new_state: enable_password}
        enable_password:
          prompt: "Password: "
          commands:
            "{{Enable}}": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "show version": |
              Some OS
              version 1
            "show clock": {response: ["12:00:00", "12:00:01"]}
            "show passwords": |
              user other password {{Unsent}}
              enable password {{Enable}}
            "configure terminal": {new_state: config}
        config:
          prompt: "%N(config)#"
          commands:
            "no ip domain lookup": ""
            "end": {new_state: enable}
        """;

    private readonly SimulatedDevice _device;

    private RecordedRouter(SimulatedDevice device, Testbed lab)
    {
        _device = device;
        Lab = lab;
    }

    public Testbed Lab { get; }

    public Device Device => Lab.Devices["r1"];

    public int Port => _device.Port;

    /// <summary>Starts one; keys are added to its path.</summary>
    public static RecordedRouter Start(string keys = "", FaultPlan? faults = null, TestbedOptions? options = null)
    {
        var device = SimulatedDevice.Start(MockData.Parse(Data), new SimulatedDeviceOptions { HostName = "r1", InitialState = "login", Faults = faults });
        return new RecordedRouter(device, Testbed.Parse(Describe(device.Port, keys), options));
    }

    /// <summary>The testbed of a router at a port.</summary>
    public static string Describe(int port, string keys = "", string login = Login, string enable = Enable) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        devices:
          r1:
            os: ios
            credentials:
              default: {username: admin, password: {{login}}}
              enable: {password: {{enable}}}
              other: {username: somebody, password: {{Unsent}}}
            connections:
              cli: {protocol: telnet, ip: 127.0.0.1, port: {{port}}{{keys}}}
        """);

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        await _device.DisposeAsync();
    }
}
