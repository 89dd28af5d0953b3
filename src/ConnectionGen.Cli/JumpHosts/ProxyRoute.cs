namespace ConnectionGen.Cli.JumpHosts;

/// <summary>The devices that a path goes through (<c>proxy</c>), in order: a name, a map of <c>device</c> and <c>command</c>, or a list of both.</summary>
internal static class ProxyRoute
{
    /// <summary>Reads the route of a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="target">The device that it leads to.</param>
    /// <param name="testbed">Where the devices are looked up.</param>
    /// <returns>The hops; none where the path goes through no device.</returns>
    /// <exception cref="ProxyLoopException">A device comes twice.</exception>
    /// <exception cref="ConnectionGenException">A device is not there, or has several ways and chooses none; a hop but the last has no command.</exception>
    public static IReadOnlyList<Hop> Of(PathDescription path, DeviceDescription target, TestbedDescription testbed)
    {
        var proxy = path.Value("proxy");
        if (!proxy.Exists)
            return [];
        IReadOnlyList<TestbedValue> items = proxy.Keys.Count > 0 ? [proxy] : proxy.Items;
        List<Hop> hops = [.. items.Select(item => Read(item, testbed))];
        ThrowIfLoop([.. hops.Select(static hop => hop.Device.Name)], target.Name);
        if (hops.SkipLast(1).FirstOrDefault(static hop => hop.Commands.Count == 0) is { } mute)
            throw new ConnectionGenException($"The path goes through '{mute.Device.Name}' and on to another jump host, and no command is given for that (keys: proxy, command).");
        return hops;
    }

    /// <summary>The way to a device that another path goes through: the only one, or that of <c>defaults.via</c>.</summary>
    public static PathDescription PathTo(DeviceDescription device) => device switch
    {
        { Defaults.Via: { } via } when device.Paths.TryGetValue(via, out var named) => named,
        { Paths.Count: 1 } => device.Paths.Values.First(),
        { Paths.Count: 0 } => throw new ConnectionGenException($"The jump host '{device.Name}' has no path (key: connections)."),
        _ => throw new ConnectionGenException($"The jump host '{device.Name}' has several paths, and its defaults.via chooses none: {string.Join(", ", device.Paths.Keys)}."),
    };

    public static DeviceDescription? FindDevice(string name, TestbedDescription testbed) =>
        testbed.Devices.FirstOrDefault(device => device.Name == name) ?? testbed.Devices.FirstOrDefault(device => device.DeviceAlias == name);

    private static Hop Read(TestbedValue item, TestbedDescription testbed)
    {
        var name = (item.Keys.Count > 0 ? item["device"].Text : item.Text)
            ?? throw new ConnectionGenException("A jump host has no name (keys: proxy, device).");
        var device = FindDevice(name, testbed)
            ?? throw new ConnectionGenException($"The path goes through '{name}' (key: proxy), and there is no such device.");
        return new Hop(device, PathTo(device), item.Keys.Count > 0 ? item["command"].Texts : []);
    }

    private static void ThrowIfLoop(IReadOnlyList<string> names, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { target };
        foreach (var name in names)
        {
            if (!seen.Add(name))
                throw new ProxyLoopException($"The path goes round in a circle: {string.Join(" -> ", names)} -> {target} comes to '{name}' twice (key: proxy).");
        }
    }
}
