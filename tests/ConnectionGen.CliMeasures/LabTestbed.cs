using System.Globalization;
using ConnectionGen;

namespace ConnectionGen.CliMeasures;

/// <summary>The router and the Linux host of a lab that listens on this machine.</summary>
internal static class LabTestbed
{
    public static Testbed Load() => Testbed.Parse(Text(), new TestbedOptions { HostKeys = HostKeyPolicy.Off });

    private static string Text()
    {
        var first = int.Parse(Environment.GetEnvironmentVariable("LAB_BASE") ?? "22000", CultureInfo.InvariantCulture);
        return $$"""
            devices:
              r1:
                os: ios
                platform: frr
                credentials:
                  default: {username: clabr1, password: lab-pass}
                  vty: {password: vty-pass}
                  enable: {password: en-pass}
                connections:
                  ssh: {protocol: ssh, ip: 127.0.0.1, port: {{first + 122}}}
                  telnetd: {protocol: telnet, ip: 127.0.0.1, port: {{first + 123}}}
                  vty: {protocol: telnet, ip: 127.0.0.1, port: {{first + 161}}, login_creds: [vty]}
              linux1:
                os: linux
                credentials:
                  default: {username: clabsh, password: lab-pass}
                connections:
                  ssh: {protocol: ssh, ip: 127.0.0.1, port: {{first + 322}}}
            """;
    }
}
