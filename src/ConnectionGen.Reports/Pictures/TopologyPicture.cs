using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Reports;

/// <summary>
/// What a testbed's devices are linked by, to be drawn. Values are shown as the file writes them: <c>%ENV{NAME}</c> stays, so that a picture needs
/// neither the environment nor a secret.
/// </summary>
/// <param name="name">The testbed's name.</param>
/// <param name="devices">The devices, in the order in which they are drawn.</param>
/// <param name="links">The links between them.</param>
/// <example><code>
/// await using var lab = Testbed.Load("lab.yaml");
/// File.WriteAllText("lab.svg", TopologyPicture.Of(lab).ToSvg());
/// </code></example>
public sealed class TopologyPicture(string name, IReadOnlyList<PictureDevice> devices, IReadOnlyList<PictureLink> links)
{
    /// <summary>The testbed's name.</summary>
    public string Name { get; } = name;

    /// <summary>The devices.</summary>
    public IReadOnlyList<PictureDevice> Devices { get; } = devices;

    /// <summary>The links.</summary>
    public IReadOnlyList<PictureLink> Links { get; } = links;

    /// <summary>The picture of a testbed that is loaded.</summary>
    /// <param name="testbed">The testbed.</param>
    /// <exception cref="TestbedValueException">The markup of a type, an operating system or an address gives nothing.</exception>
    public static TopologyPicture Of(Testbed testbed)
    {
        ArgumentNullException.ThrowIfNull(testbed);
        return new(
            testbed.Name,
            [.. testbed.Devices.Values.Select(static device => new PictureDevice(device.Name, Kind(device.Type, device.Os)))],
            [.. testbed.Links.Select(static link => new PictureLink(link.Name, [.. link.Interfaces.Select(EndOf)]))]);
    }

    /// <summary>The picture of a testbed file, as it is written.</summary>
    /// <param name="document">The file.</param>
    public static TopologyPicture Of(TestbedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var ends = document.Devices.SelectMany(device => document.Topology.InterfacesOf(device.Name).Where(static one => one.Link is not null).Select(one => (Link: one.Link!.Text, End: EndOf(device, one))))
            .ToLookup(static one => one.Link, static one => one.End, StringComparer.Ordinal);
        var described = document.Topology.DescribedLinks.Select(static link => link.Key.Text);
        return new(
            document.Name,
            [.. document.Devices.Select(static device => new PictureDevice(device.Name, Kind(device.Body.Text("type"), device.Body.Text("os"))))],
            [.. described.Concat(ends.Select(static one => one.Key)).Distinct(StringComparer.Ordinal).Select(link => new PictureLink(link, [.. ends[link]]))]);
    }

    /// <summary>The picture as SVG: one file that any browser shows, in the colours of what stands around it.</summary>
    public string ToSvg() => SvgDrawing.Of(this);

    /// <summary>The picture as a Mermaid flowchart, which GitHub and many wikis draw.</summary>
    public string ToMermaid() => MermaidText.Of(this);

    private static string Kind(string? type, string? os) => string.Join(' ', new[] { type, os }.Where(static word => !string.IsNullOrEmpty(word)));

    private static PictureEnd EndOf(Interface end) => new(end.Device.Name, end.Name, (end.IPv4Address ?? end.IPv6Address)?.ToString());

    private static PictureEnd EndOf(DeviceNode device, InterfaceNode one) => new(device.Name, one.Name, FirstText(one.Body["ipv4"]) ?? FirstText(one.Body["ipv6"]));

    private static string? FirstText(YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } scalar => scalar.Text,
        YamlSequence { Items: [YamlScalar { IsNull: false } first, ..] } => first.Text,
        _ => null,
    };
}
