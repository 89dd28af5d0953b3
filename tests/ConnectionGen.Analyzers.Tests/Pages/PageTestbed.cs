namespace ConnectionGen.Analyzers.Tests;

/// <summary>A block of YAML where it belongs in a testbed, as its first key says: the whole, a device, a part of one, or a key of a path or a credential.</summary>
internal static class PageTestbed
{
    private const string Credentials = """
        testbed:
          credentials:
            default: {username: admin, password: "%ENV{LAB_PASSWORD}"}

        """;

    private const string Jump = "  jumphost: {os: linux, connections: {shell: {protocol: ssh, ip: 192.0.2.20}}}\n";

    public static string Of(string block) => block.Split(':')[0] switch
    {
        "testbed" or "devices" or "extends" => block,
        "phoenix" => $"{Credentials}devices:\n{Indented(block, 2)}",
        "connections" => $"{Credentials}devices:\n  phoenix:\n    os: iosxe\n{Indented(block, 4)}",
        "credentials" => $"devices:\n  phoenix:\n    os: iosxe\n{Indented(block, 4)}    connections:\n      mgmt: {{protocol: ssh, ip: 192.0.2.1}}\n",
        "password" => $"testbed:\n  credentials:\n    default:\n      username: admin\n{Indented(block, 6)}devices:\n  phoenix: {{os: iosxe, connections: {{mgmt: {{ip: 192.0.2.1}}}}}}\n",
        var key => $"{Credentials}devices:\n{Jump}  phoenix:\n    os: iosxe\n    connections:\n      mgmt:\n{Indented(block, 8)}{(key == "ip" ? "" : "        ip: 192.0.2.1\n")}{(key == "protocol" ? "" : "        protocol: ssh\n")}",
    };

    private static string Indented(string block, int depth) => string.Concat(block.TrimEnd('\n').Split('\n').Select(line => $"{new string(' ', depth)}{line}\n"));
}
