using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>What leads to a device, as the file writes it. Nothing secret is a part of it.</summary>
internal static class PathText
{
    /// <summary>Address and port, a command, or the class of a path that has neither.</summary>
    public static string Address(PathNode path)
    {
        var body = path.Body;
        var host = body.Text("ip") ?? body.Text("host");
        var address = host is null ? Program(body.Text("command")) ?? body.Text("class") ?? "" : body.Text("port") is { } port ? $"{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}" : host;
        return body.Text("proxy") is { } proxy ? $"{address} through {proxy}" : address;
    }

    // what follows a program's name may be a password
    private static string? Program(string? command) => command?.Trim().Split(' ', 2) is { Length: > 0 } words ? words.Length == 1 ? words[0] : $"{words[0]} …" : null;

    public static bool IsDefault(DeviceNode device, PathNode path) => device.Defaults?.Text("via") == path.Name || device.Paths.Count == 1;
}
