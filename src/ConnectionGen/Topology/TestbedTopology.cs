namespace ConnectionGen;

/// <summary>The interfaces and links of a testbed. Made when the first of them is asked for; devices are held weakly, so that one that is held does not keep all others.</summary>
internal sealed class TestbedTopology
{
    private readonly TestbedDescription _description;
    private readonly Dictionary<string, WeakReference<Device>> _devices = new(StringComparer.Ordinal);
    private readonly Lazy<Wiring> _wiring;

    public TestbedTopology(TestbedDescription description)
    {
        _description = description;
        // a failure, such as a variable that is not set, is not for ever
        _wiring = new(Wire, LazyThreadSafetyMode.PublicationOnly);
    }

    public IReadOnlyList<Link> Links => _wiring.Value.Links;

    public IReadOnlyList<Interface> InterfacesOf(string device) => _wiring.Value.Interfaces.GetValueOrDefault(device) ?? [];

    public void Add(Device device) => _devices[device.Name] = new(device);

    private Wiring Wire()
    {
        var links = new OrderedDictionary<string, Link>(StringComparer.Ordinal);
        foreach (var described in _description.DescribedLinks)
        {
            links[described.Key.Text] = new(described.Key.Text, described, _description.ScopeOfLink(described.Key.Text));
        }

        var interfaces = new Dictionary<string, IReadOnlyList<Interface>>(StringComparer.Ordinal);
        foreach (var device in _description.Devices)
        {
            interfaces[device.Name] = [.. device.Interfaces.Where(_description.Keeps).Select(description => Join(description, device.Name, links))];
        }

        return new(interfaces, [.. links.Values.Where(_description.Keeps)]);
    }

    private Interface Join(InterfaceDescription description, string device, OrderedDictionary<string, Link> links)
    {
        var made = new Interface(description.Node, _devices[device], device, description.Scope);
        if (description.Link is { } name)
        {
            if (!links.TryGetValue(name, out var link))
            {
                links.Add(name, link = new(name, described: null, _description.ScopeOfLink(name)));
            }

            link.Add(made);
        }

        return made;
    }

    private sealed record Wiring(Dictionary<string, IReadOnlyList<Interface>> Interfaces, IReadOnlyList<Link> Links);
}
