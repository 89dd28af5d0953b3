namespace ConnectionGen.TestbedFiles;

/// <summary>An interface or a link as it is called in a testbed file.</summary>
/// <param name="Name">The name where it stands.</param>
/// <param name="Alias">The alias where it stands; null where it has none, or one that only a run knows.</param>
/// <param name="Body">Everything said of it; null where nothing is.</param>
public readonly record struct TopologyName(YamlScalar Name, YamlScalar? Alias, YamlMapping? Body);

/// <summary>What becomes a member of a device's interfaces or a testbed's links. The generator writes with it and the analyzers read with it.</summary>
public static class TopologyNames
{
    /// <summary>A device's interfaces in file order.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="device">The device's name.</param>
    public static IReadOnlyList<TopologyName> OfInterfaces(TestbedDocument document, string device) =>
        [.. document.Topology.InterfacesOf(device).Select(static one => Of(one.Key, one.Body))];

    /// <summary>The links: those that are described, then those that only interfaces name, each once.</summary>
    /// <param name="document">The testbed.</param>
    public static IReadOnlyList<TopologyName> OfLinks(TestbedDocument document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var links = new List<TopologyName>();
        foreach (var described in document.Topology.DescribedLinks)
        {
            if (names.Add(described.Key.Text))
                links.Add(Of(described.Key, described.Value as YamlMapping));
        }

        foreach (var device in document.Devices)
        {
            foreach (var one in document.Topology.InterfacesOf(device.Name))
            {
                // what a markup stands for, only a run knows
                if (one.Link is { } link && !Markup.IsIn(link.Text) && names.Add(link.Text))
                    links.Add(new TopologyName(link, null, null));
            }
        }

        return links;
    }

    private static TopologyName Of(YamlScalar name, YamlMapping? body) =>
        new(name, body?["alias"] is YamlScalar { IsNull: false, Text.Length: > 0 } alias && alias.Text != name.Text && !Markup.IsIn(alias.Text) ? alias : null, body);
}
