namespace ConnectionGen.Simulation.Tests;

/// <summary>Devices that tests start from a few lines of YAML.</summary>
internal static class Device
{
    public const string Router = """
        login:
          prompt: "Username: "
          commands:
            "admin":
              new_state: password
        password:
          prompt: "Password: "
          commands:
            "secret":
              new_state: exec
            "wrong":
              response: "% Bad password"
              new_state: login
        exec:
          prompt: "%N>"
          commands:
            "show version": |
              Some OS
              Version 1
            "show nothing": ""
            "show unended": "no line end"
            "enable":
              new_state: enable
        enable:
          preface: |
            Be careful.
          prompt: "%N#"
          commands:
            "show version": "Version 1"
            "disable":
              new_state: exec
        """;

    public static Task<SimulatedDevice> StartAsync(string yaml, SimulatedDeviceOptions? options = null) =>
        SimulatedDevice.StartAsync(MockData.Parse(yaml), options ?? new SimulatedDeviceOptions { HostName = "r1" }, TestContext.Current.CancellationToken);

    /// <summary>Plays without a socket to a client that has read the first prompt.</summary>
    public static RawClient Play(string yaml, SimulatedDeviceOptions? options = null) =>
        RawClient.Over(SimulatedDevice.Create(MockData.Parse(yaml), options ?? new SimulatedDeviceOptions { HostName = "r1" }).OpenStream());
}
