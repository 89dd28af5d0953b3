using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>What leads to a device, as the file writes it. Nothing secret is a part of it.</summary>
internal static class PathText
{
    /// <summary>Address and port, a command, or the class of a path that has neither.</summary>
    public static string Address(PathNode path)
    {
        var body = path.Body;
        var address = (body.Text("ip") ?? body.Text("host")) is { } host ? HostAndPort(host, body.Text("port")) : Program(body.Text("command")) ?? body.Text("class") ?? "";
        return body.Text("proxy") is { } proxy ? $"{address} through {proxy}" : address;
    }

    /// <summary>Whether a call that names no path takes this one.</summary>
    public static bool IsDefault(DeviceNode device, PathNode path) => device.Defaults?.Text("via") == path.Name || device.Paths.Count == 1;

    // an IPv6 address has colons of its own
    private static string HostAndPort(string host, string? port) => port is null ? host : host.Contains(':', StringComparison.Ordinal) ? $"[{host}]:{port}" : $"{host}:{port}";

    // what follows a program's name may be a password
    private static string? Program(string? command) => command?.Trim().Split(' ', 2) switch { null => null, [var name] => name, [var name, ..] => $"{name} …", _ => null };
}
