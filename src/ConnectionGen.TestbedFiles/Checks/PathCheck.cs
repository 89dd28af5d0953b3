namespace ConnectionGen.TestbedFiles;

/// <summary>What a path says of the way to its device: CG2004, CG2014, CG2017, CG2019, and CG2008 for its values.</summary>
internal static class PathCheck
{
    // the command line needs an address; what another class needs is its own business
    private static readonly string[] s_classesThatNeedAddresses = ["unicon.Unicon", "Unicon", "CliConnection"];

    private static readonly string[] s_protocols =
    [
        "ssh", "telnet", "netconf", "restconf", "http", "https", "gnmi", "grpc", "mock", "unknown", "rest", "nxapi", "snmp", "serial", "console",
        "ftp", "tftp", "sftp", "scp", "xrutconnect",
    ];

    public static void Run(DeviceNode device, PathNode path, ProblemList problems)
    {
        if (IsMisplaced(path))
        {
            problems.Warning("CG2017", path.Key, $"'{path.Name}' stands among the paths of '{device.Name}' and becomes one; put it beside 'connections:' or into a path");
            return;
        }

        if (!path.IsWhole)
            return;

        Address(device, path, problems);
        Protocol(device, path, problems);
        ValueChecks.Path(path, problems);
    }

    /// <summary>Whether a block that is none is found among the paths.</summary>
    public static bool IsMisplaced(PathNode path) =>
        TestbedKeys.NoPaths.Contains(path.Name, StringComparer.Ordinal) && !path.Body.Entries.Any(static entry => TestbedKeys.OfPathsOnly.Contains(entry.Key.Text, StringComparer.Ordinal));

    private static void Address(DeviceNode device, PathNode path, ProblemList problems)
    {
        foreach (var key in (string[])["ip", "host", "port"])
        {
            if (path.Body[key] is YamlScalar value && Placeholder.IsOne(value.Text))
                problems.Warning("CG2019", value, $"'{value.Text}' looks like a placeholder that was to be replaced by the {(key == "port" ? "port" : "address")}");
        }

        var hasWay = path.Body.Entries.Any(static entry => entry.Key.Text is "ip" or "host" or "command" or "class" or "proxy" or "sshtunnel" or "arguments");
        var otherClass = device.Defaults?.Text("class") is { } name && Array.IndexOf(s_classesThatNeedAddresses, name) < 0;
        if (!hasWay && !otherClass && !IsPartOfAnother(device, path))
            problems.Warning("CG2004", path.Key, $"path '{path.Name}' of '{device.Name}' has no 'ip', 'host' or 'command'");
    }

    /// <summary>A multi-console connection is made of the paths that it lists, and may have a path of its own name without an address.</summary>
    private static bool IsPartOfAnother(DeviceNode device, PathNode path) =>
        path.Body.Find("connections") is not null || device.Defaults?.Find("connections") is not null;

    private static void Protocol(DeviceNode device, PathNode path, ProblemList problems)
    {
        if (path.Body["protocol"] is not YamlScalar { IsNull: false } protocol || Markup.IsIn(protocol.Text) || path.Body.Find("class") is not null)
            return;

        var name = protocol.Text.Trim().Split(' ')[0];
        if (Array.Exists(s_protocols, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)))
            return;

        // a connection class may have a protocol of its own; a slip of the keyboard is told from it by being near a known one
        if (NearestName.Find(name, s_protocols) is { } near)
            problems.Warning("CG2014", protocol, $"'{name}' is an unknown protocol of path '{path.Name}' of '{device.Name}'; did you mean '{near}'?");
    }
}
