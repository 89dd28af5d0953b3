namespace ConnectionGen.Tests;

/// <summary>Testbeds for tests of the runtime: text, no file.</summary>
internal static class ProbeLab
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public const string Yaml = """
        testbed:
          name: probes
        devices:
          r1:
            os: linux
            type: router
            connections:
              defaults:
                class: probe
                via: mgmt
              mgmt:
                protocol: ssh
                ip: 127.0.0.1
              console:
                protocol: telnet
                ip: 127.0.0.1
                port: 2001
          r2:
            os: linux
            type: router
            connections:
              defaults:
                class: probe
              only:
                protocol: ssh
                ip: 127.0.0.1
        """;

    public static Testbed Load(TestbedOptions? options = null) => Testbed.Parse(Yaml, options);
}
