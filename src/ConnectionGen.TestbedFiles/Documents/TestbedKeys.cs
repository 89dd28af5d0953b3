namespace ConnectionGen.TestbedFiles;

/// <summary>The keys of the testbed format, block by block.</summary>
internal static class TestbedKeys
{
    public const string Testbed = "testbed";
    public const string Devices = "devices";
    public const string Topology = "topology";
    public const string Extends = "extends";
    public const string Connections = "connections";
    public const string Defaults = "defaults";
    public const string Credentials = "credentials";
    public const string Interfaces = "interfaces";
    public const string Links = "links";

    public static IReadOnlyList<string> OfFile { get; } = [Testbed, Devices, Topology, Extends];

    public static IReadOnlyList<string> OfTestbed { get; } =
    [
        "name", "alias", "class", "credentials", "servers", "tacacs", "passwords", "network", "custom", "bringup", "clean", "description",
    ];

    public static IReadOnlyList<string> OfDevice { get; } =
    [
        "alias", "class", "type", "device_id", "region", "role", "chassis_type", "os", "os_flavor", "version", "series", "platform", "platform_alias",
        "model", "model_alias", "submodel", "pid", "power", "hardware", "tacacs", "passwords", "peripherals", "management", "credentials",
        "connections", "clean", "auto_bringup", "custom", "description",
    ];

    public static IReadOnlyList<string> OfDefaults { get; } =
    [
        "class", "alias", "via", "fallback_credentials", "connections", "connections_arguments", "arguments",
    ];

    /// <summary>Blocks that never are a path, though they are found among the paths.</summary>
    public static IReadOnlyList<string> NoPaths { get; } =
    [
        "credentials", "service_attributes", "clean", "custom", "arguments", "settings", "passwords", "tacacs", "login_creds", "fallback_credentials",
    ];

    /// <summary>Keys of a path that only a path has.</summary>
    public static IReadOnlyList<string> OfPathsOnly { get; } = ["protocol", "ip", "host", "port", "command", "class", "ssh_options"];
}
