using System.Globalization;

namespace ConnectionGen.TestbedFiles;

/// <summary>Finds what <c>%{…}</c> and <c>%INTF{…}</c> point to.</summary>
public static class MarkupReference
{
    private const string Keys = ".keys()";

    /// <summary>What a reference points to, its own markup unresolved; null where it points to nothing.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="device">The device in whose block the reference stands, which <c>self</c> means; null outside of one.</param>
    /// <param name="reference">What stands between the braces, such as <c>testbed.custom.image</c>, <c>self</c>, <c>self.os</c> or <c>devices.keys()</c>.</param>
    /// <param name="at">The value that holds the reference.</param>
    public static YamlNode? Find(TestbedDocument document, DeviceNode? device, string reference, YamlScalar at) =>
        document.Root is { } root ? Find(root, device is null ? null : new MarkupDevice(device.Name, device.Body), reference, at, static _ => null) : null;

    /// <param name="through">What a text on the way stands for, so that the way leads on; null where it leads nowhere.</param>
    internal static YamlNode? Find(YamlMapping root, MarkupDevice? device, string reference, YamlScalar at, Func<YamlScalar, YamlNode?> through)
    {
        if (reference.EndsWith(Keys, StringComparison.Ordinal))
        {
            var below = Find(root, device, reference.Substring(0, reference.Length - Keys.Length), at, through);
            return (below is YamlScalar text ? through(text) : below) is YamlMapping map
                ? new YamlSequence([.. map.Entries.Select(static entry => entry.Key)], at.Source, at.Start, at.End)
                : null;
        }

        if (reference == "self")
            return device is null ? null : at.WithText(device.Name);

        if (reference.StartsWith("self.", StringComparison.Ordinal))
            return device is null ? null : Below(device.Body, reference.Substring("self.".Length), through);

        return Below(root, reference, through);
    }

    /// <summary>The name of a device's interface by its alias; null where the topology has none.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="device">The device.</param>
    /// <param name="alias">The interface's alias.</param>
    public static string? InterfaceByAlias(TestbedDocument document, DeviceNode device, string alias)
    {
        var topology = document.Root?.Mapping("topology");
        var block = topology?.Mapping(device.Name) ?? (device.Body.Text("alias") is { } deviceAlias ? topology?.Mapping(deviceAlias) : null);
        foreach (var entry in block?.Mapping("interfaces")?.Entries ?? [])
        {
            if (entry.Value is YamlMapping body && body.Text("alias") == alias)
                return entry.Key.Text;
        }

        return null;
    }

    /// <summary>Whether a reference leads through a value that is markup itself, so that only a run knows where to.</summary>
    internal static bool LeadsThroughMarkup(TestbedDocument document, DeviceNode? device, string reference)
    {
        for (var end = reference.LastIndexOf('.'); end > 0; end = reference.LastIndexOf('.', end - 1))
        {
            var part = reference.Substring(0, end);
            var node = part.StartsWith("self.", StringComparison.Ordinal)
                ? device is null ? null : Below(device.Body, part.Substring("self.".Length), static _ => null)
                : document.Root is { } root ? Below(root, part, static _ => null) : null;
            if (node is YamlScalar text && Markup.IsIn(text.Text))
                return true;
        }

        return false;
    }

    /// <summary>Names may hold dots themselves, such as a device called 10.1.1.1: the longest key that fits is taken.</summary>
    private static YamlNode? Below(YamlNode? node, string names, Func<YamlScalar, YamlNode?> through)
    {
        if (node is YamlScalar text)
            node = through(text);

        for (var end = names.Length; end > 0 && node is not null; end = names.LastIndexOf('.', end - 1))
        {
            var found = Child(node, names.Substring(0, end));
            if (found is not null)
                return end == names.Length ? found : Below(found, names.Substring(end + 1), through);
        }

        return null;
    }

    private static YamlNode? Child(YamlNode node, string name) => node switch
    {
        YamlMapping map => map[name],
        YamlSequence list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };
}
