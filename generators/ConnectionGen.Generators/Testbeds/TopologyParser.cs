using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators;

/// <summary>A topology's interfaces and links to their models: what they are called, never their addresses.</summary>
internal static class TopologyParser
{
    public static EquatableArray<MemberModel> Interfaces(IReadOnlyList<InterfaceNode> interfaces) =>
        interfaces.Select(static one => Member(one.Name, one.Body, "type")).ToEquatableArray();

    public static EquatableArray<MemberModel> Links(TestbedDocument document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var links = new List<MemberModel>();
        foreach (var described in document.Topology.DescribedLinks)
        {
            if (names.Add(described.Key.Text))
            {
                links.Add(Member(described.Key.Text, described.Value as YamlMapping, null));
            }
        }

        foreach (var device in document.Devices)
        {
            foreach (var one in document.Topology.InterfacesOf(device.Name))
            {
                // what a markup stands for, only a run knows
                if (one.Link is { } link && !Markup.IsIn(link.Text) && names.Add(link.Text))
                {
                    links.Add(new MemberModel(link.Text, null, null));
                }
            }
        }

        return links.ToEquatableArray();
    }

    private static MemberModel Member(string name, YamlMapping? body, string? kind) =>
        new(name, Known(body, "alias") is { } alias && alias != name ? alias : null, kind is null ? null : Known(body, kind));

    private static string? Known(YamlMapping? body, string key) => body?.Text(key) is { Length: > 0 } text && !Markup.IsIn(text) ? text : null;
}
