using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>The router of the fault matrix: logs in, pages, configures, reloads, and shows a secret that nobody has sent.</summary>
internal static class FaultyRouter
{
    public const string Login = "kJ8fWq2LzT5v", Enable = "pX4mRb9NcH7y", Unsent = "gD6sVt3QaE1u";

    public const string Interfaces = "Ethernet0 is up\n  address 192.0.2.1\nEthernet1 is up\n  key " + Unsent + "\n  address 192.0.2.5";

    public const string Clock = "12:00:00";

    /// <summary>How long it is down where it comes back.</summary>
    public static readonly TimeSpan Outage = TimeSpan.FromMilliseconds(30);

    private static readonly MockData s_data = MockData.Parse(
        $$"""
        login:
          preface: "Authorised users only"
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
            "show clock": "{{Clock}}"
            "exit": {new_state: goodbye}
        enable_password:
          prompt: "Password: "
          commands:
            "{{Enable}}": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "show clock": "{{Clock}}"
            "show interfaces":
              response: |
                Ethernet0 is up
                  address 192.0.2.1
                Ethernet1 is up
                  key {{Unsent}}
              new_state: more
            "configure terminal": {new_state: config}
            "reload": {new_state: reload_confirm}
            "exit": {new_state: goodbye}
        more:
          prompt: " --More-- "
          keys:
            " ": {response: "  address 192.0.2.5", new_state: enable}
        config:
          prompt: "%N(config)#"
          commands:
            "interface Loopback0": ""
            "description ours": ""
            "end": {new_state: enable}
        reload_confirm:
          prompt: "Proceed with reload? [confirm]"
          commands:
            "": {new_state: reloading}
        reloading:
          preface: "%SYS-5-RELOAD: Reload requested"
          prompt: "..."
        goodbye:
          preface: "bye"
          new_state: nowhere
        """);

    public static SimulatedDevice Start(FaultPlan faults, bool listens)
    {
        var options = new SimulatedDeviceOptions { HostName = "router-1", InitialState = "login", Faults = faults };
        return listens ? SimulatedDevice.Start(s_data, options) : SimulatedDevice.Create(s_data, options);
    }
}
