using System.Globalization;
using System.Text;

namespace ConnectionGen.Measures.Testbeds;

/// <summary>A testbed as large labs have them: two paths, credentials and custom values a device, two interfaces each on links between neighbours.</summary>
internal static class TestbedText
{
    public static string Of(int devices)
    {
        var text = new StringBuilder("testbed:\n  name: big\n  credentials:\n    default: {username: admin, password: \"%ENV{LAB_PASSWORD}\"}\ndevices:\n");
        for (var n = 0; n < devices; n++)
        {
            var (high, middle, low) = (n / 65536, n / 256 % 256, n % 256);
            text.Append(CultureInfo.InvariantCulture, $$$"""
                  router-{{{n:d5}}}:
                    os: iosxe
                    type: router
                    platform: cat9k
                    alias: r{{{n}}}
                    credentials:
                      default:
                        username: admin
                        password: "%ENV{PASSWORD}"
                      enable:
                        password: "%ENV{ENABLE}"
                    connections:
                      defaults:
                        class: unicon.Unicon
                        via: mgmt
                      console:
                        protocol: telnet
                        ip: 10.{{{high}}}.{{{middle}}}.{{{low}}}
                        port: {{{2000 + n}}}
                      mgmt:
                        protocol: ssh
                        ip: 172.{{{16 + high}}}.{{{middle}}}.{{{low}}}
                        port: 22
                        arguments:
                          term_width: 512
                    custom:
                      location: "rack {{{n % 40}}}, row {{{n / 40}}}"

                """);
        }

        text.Append("topology:\n");
        for (var n = 0; n < devices; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  router-{{n:d5}}:
                    interfaces:
                      GigabitEthernet0/0:
                        type: ethernet
                        link: link-{{n / 2}}
                        ipv4: 10.{{n / 16384}}.{{n / 64 % 256}}.{{n % 64 * 4 + 1}}/30
                      Loopback0: {type: loopback, ipv4: 192.168.{{n / 256 % 256}}.{{n % 256}}/32}

                """);
        }

        return text.ToString();
    }
}
