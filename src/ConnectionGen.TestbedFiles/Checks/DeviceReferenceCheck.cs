using System.Net.Sockets;

namespace ConnectionGen.TestbedFiles;

/// <summary>CG2015: names of devices that there are not, in proxies, tunnels and the topology; CG2004 and CG2008 for interfaces.</summary>
internal sealed class DeviceReferenceCheck(TestbedDocument document, ProblemList problems)
{
    private const int MostAdvised = 50;

    private int _advised;
    private readonly HashSet<string> _names = new(
        document.Devices.SelectMany(static device => device.Body.Text("alias") is { } alias ? new[] { device.Name, alias } : [device.Name]), StringComparer.Ordinal);

    public void Path(DeviceNode device, PathNode path)
    {
        var proxy = path.Body["proxy"];
        foreach (var hop in proxy is YamlSequence hops ? hops.Items : proxy is null ? [] : [proxy])
            IsDevice(hop is YamlMapping body ? body["device"] : hop, $"the proxy of path '{path.Name}' of '{device.Name}'");

        if (path.Body.Mapping("sshtunnel")?["host"] is YamlScalar { IsNull: false } host && document.Testbed?.Mapping("servers")?.Find(host.Text) is null)
            IsDevice(host, $"the SSH tunnel of path '{path.Name}' of '{device.Name}'");
    }

    public void Topology()
    {
        foreach (var block in document.Root?.Mapping(TestbedKeys.Topology)?.Entries ?? [])
        {
            if (block.Key.Text == TestbedKeys.Links)
                continue;

            if (!_names.Contains(block.Key.Text) && !Markup.IsIn(block.Key.Text))
                problems.Warning("CG2015", block.Key, $"the topology speaks of '{block.Key.Text}', and there is no such device{Advice(block.Key.Text)}");

            foreach (var item in (block.Value as YamlMapping)?.Mapping(TestbedKeys.Interfaces)?.Entries ?? [])
                Interface(item);
        }
    }

    /// <summary>Two devices that answer to one name.</summary>
    public void Aliases()
    {
        var first = document.Devices.ToDictionary(static device => device.Name, static device => device.Key, StringComparer.Ordinal);
        foreach (var device in document.Devices)
        {
            if (device.Body["alias"] is not YamlScalar { IsNull: false } alias || Markup.IsIn(alias.Text) || alias.Text == device.Name)
                continue;

            if (first.TryGetValue(alias.Text, out var other))
                problems.Add(new TestbedProblem("CG2010", ProblemSeverity.Warning, alias.Range, $"'{alias.Text}' already names the device in line {other.Range.Start.Line}") { Related = other.Range });
            else
                first.Add(alias.Text, device.Key);
        }
    }

    private void Interface(YamlEntry item)
    {
        if (item.Value is not YamlMapping body)
            return;

        if (body.Find("type") is null)
            problems.Warning("CG2004", item.Key, $"interface '{item.Key.Text}' has no 'type'");

        ValueChecks.Addresses(body["ipv4"], "ipv4", AddressFamily.InterNetwork, problems);
        ValueChecks.Addresses(body["ipv6"], "ipv6", AddressFamily.InterNetworkV6, problems);
    }

    private void IsDevice(YamlNode? node, string what)
    {
        if (node is YamlScalar { IsNull: false } name && !Markup.IsIn(name.Text) && !_names.Contains(name.Text))
            problems.Warning("CG2015", name, $"{what} is '{name.Text}', and there is no such device{(name.Text == "None" ? "; for no proxy leave it out" : Advice(name.Text))}");
    }

    // to look through all devices for each of thousands of wrong names would take minutes
    private string Advice(string name) =>
        ++_advised > MostAdvised ? "" : NearestName.Advice(name, [.. document.Devices.Select(static device => device.Name)]);
}
