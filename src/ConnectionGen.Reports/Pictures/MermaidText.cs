using System.Globalization;
using System.Text;

namespace ConnectionGen.Reports;

/// <summary>A picture as a Mermaid flowchart. Nodes are numbered, since their names may be words of Mermaid.</summary>
internal static class MermaidText
{
    public static string Of(TopologyPicture picture)
    {
        var text = new StringBuilder("flowchart LR\n");
        var nodes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var device in picture.Devices)
        {
            var node = nodes[device.Name] = $"d{nodes.Count + 1}";
            text.Append(CultureInfo.InvariantCulture, $"    {node}[\"{Escape(device.Name)}{(device.Kind.Length == 0 ? "" : $"<br/>{Escape(device.Kind)}")}\"]\n");
        }

        for (var i = 0; i < picture.Links.Count; i++)
            Append(text, picture.Links[i], $"l{i + 1}", nodes);

        return text.ToString();
    }

    private static void Append(StringBuilder text, PictureLink link, string node, Dictionary<string, string> nodes)
    {
        if (link.Ends is [var one, var other])
        {
            var label = $"{one.Interface} - {link.Name} - {other.Interface}";
            text.Append(CultureInfo.InvariantCulture, $"    {nodes[one.Device]} ---|\"{Escape(label)}\"| {nodes[other.Device]}\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"    {node}((\"{Escape(link.Name)}\"))\n");
        foreach (var end in link.Ends)
            text.Append(CultureInfo.InvariantCulture, $"    {nodes[end.Device]} ---|\"{Escape(end.Interface)}\"| {node}\n");
    }

    // as Mermaid writes characters that end a text or begin a tag
    private static string Escape(string text) => text.Replace("&", "#amp;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
