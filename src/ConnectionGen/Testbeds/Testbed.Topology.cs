namespace ConnectionGen;

/// <content>What there is beside devices, and questions about all of them.</content>
public partial class Testbed
{
    private LinkCollection? _links;

    /// <summary>The testbed's other name, <c>testbed.alias</c>; its name where it has none.</summary>
    public string Alias => Description.Alias;

    /// <summary>The servers that the testbed has beside its devices, by name, in the file's order.</summary>
    /// <example><code>string? image = $"tftp://{lab.Servers["tftp"].Address}/{lab.Servers["tftp"].Path}";</code></example>
    public IReadOnlyDictionary<string, Server> Servers => Description.Servers;

    /// <summary>What stands below <c>testbed.custom</c>.</summary>
    public TestbedValue Custom => Description.Custom;

    /// <summary>The links between the devices, each found by its name or alias.</summary>
    /// <example><code>
    /// foreach (var link in lab.Links)
    ///     Console.WriteLine($"{link.Name}: {string.Join(" - ", link.Interfaces)}");
    /// </code></example>
    public virtual LinkCollection Links => LazyInitializer.EnsureInitialized(ref _links, () => new LinkCollection(this));

    internal TestbedTopology Topology { get; }

    /// <summary>The devices of a type, an operating system and a role, as far as they are given; upper and lower case are alike.</summary>
    /// <param name="type">The type, such as <c>router</c>.</param>
    /// <param name="os">The operating system, such as <c>iosxe</c>.</param>
    /// <param name="role">The role, such as <c>pe</c>.</param>
    /// <returns>In the file's order; all devices where nothing is given.</returns>
    /// <example><code>
    /// foreach (var router in lab.FindDevices(type: "router", os: "iosxe"))
    ///     await router.ConnectAsync();
    /// </code></example>
    public IReadOnlyList<Device> FindDevices(string? type = null, string? os = null, string? role = null) =>
        [.. Devices.Values.Where(device => Fits(type, device.Type) && Fits(os, device.Os) && Fits(role, device.Role))];

    /// <summary>
    /// A testbed with some of the devices and links only, for a test that shall touch no others. Its devices are its own: connect them there, and
    /// dispose of it. Interfaces that are on none of the given links are not part of it.
    /// </summary>
    /// <param name="devices">The devices to keep, by name or alias; without them those at the ends of the links, or all where no links are given either.</param>
    /// <param name="links">The links to keep, by name or alias; all links of the devices unless said otherwise.</param>
    /// <param name="withEnds">Whether devices at the ends of given links are kept, too, though they are not named.</param>
    /// <exception cref="KeyNotFoundException">There is no such device or link.</exception>
    /// <example><code>await using var pair = lab.Squeeze(links: ["core"]);</code></example>
    public Testbed Squeeze(IEnumerable<string>? devices = null, IEnumerable<string>? links = null, bool withEnds = true)
    {
        Link[]? keptLinks = links is null ? null : [.. links.Select(name => Links[name])];
        var named = devices is null && keptLinks is not null ? [] : Chosen(devices);
        var ends = keptLinks is not null && (withEnds || devices is null) ? keptLinks.SelectMany(static link => link.Devices) : [];
        var description = Description.Reduced(
            named.Concat(ends).Select(static device => device.Name).ToHashSet(StringComparer.Ordinal),
            keptLinks?.Select(static link => link.Name).ToHashSet(StringComparer.Ordinal));
        return new(LoadedTestbed.Of(description, Options), static _ => null);
    }

    private static bool Fits(string? wanted, string? found) => wanted is null || string.Equals(wanted, found, StringComparison.OrdinalIgnoreCase);
}
