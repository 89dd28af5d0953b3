using System.Net.Sockets;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Whose value is read: the testbed's, a device's or a path's. Reads values with their markup resolved, at the moment they are used.</summary>
/// <param name="Part">What of the device or testbed, where that is no path: <c>interface 'Ethernet1'</c>.</param>
internal sealed record ValueScope(MarkupValues Markup, DeviceNode? Device = null, PathNode? Path = null, string? Part = null)
{
    /// <summary>Whether every value here is a secret, whatever its key.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>The text under a key, its markup resolved; null where there is none.</summary>
    public string? Text(YamlMapping? map, string key) => map?[key] is { } node ? Text(node, key) : null;

    /// <summary>A single value's text, its markup resolved; null for YAML's null.</summary>
    public string? Text(YamlNode node, string key) => Markup.Resolve(node, key, this) switch
    {
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar => scalar.Text,
        _ => throw WrongType(key, node, "a single value"),
    };

    /// <summary>The secret under a key of a credential, where markup may have the old forms, too; null where there is none.</summary>
    public SecretString? Secret(YamlMapping map, string key) =>
        SecretNode(map, key) is { } node && (this with { HoldsSecrets = true }).Text(node, key) is { } secret ? new SecretString(secret) : null;

    /// <summary>Whether somebody would be asked now for the secret under a key of a credential.</summary>
    public bool WouldAsk(YamlMapping map, string key) => SecretNode(map, key) is { } node && Markup.WouldAsk(node, key, this);

    /// <summary>One text or a list of texts; null where there is none.</summary>
    public IReadOnlyList<string>? Texts(YamlMapping? map, string key) => map?[key] is { } node ? Texts(node, key) : null;

    /// <summary>One text or a list of texts; null for YAML's null.</summary>
    public IReadOnlyList<string>? Texts(YamlNode node, string key) => Markup.Resolve(node, key, this) switch
    {
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar => [scalar.Text],
        YamlSequence list => [.. list.Items.Select(item => Text(item, key) ?? "")],
        _ => throw WrongType(key, node, "a text or a list of texts"),
    };

    /// <summary>The whole number under a key, between two limits; null where there is none.</summary>
    public int? Number(YamlMapping? map, string key, int least, int most) =>
        map?[key] is { } node && Text(node, key) is { } text
            ? ValueText.ToInt64(text) is { } number && number >= least && number <= most ? (int)number : throw WrongType(key, node, $"a whole number from {least} to {most}")
            : null;

    /// <summary>One address or a list of addresses, each of the family; none where there is none.</summary>
    public IReadOnlyList<InterfaceAddress> Addresses(YamlMapping? map, string key, AddressFamily family) =>
        [.. (Texts(map, key) ?? []).Select(text => InterfaceAddress.TryParse(text, out var address) && address.Address.AddressFamily == family
            ? address
            : throw WrongType(key, map![key]!, family == AddressFamily.InterNetwork ? "an IPv4 address, as in 10.0.0.1/24" : "an IPv6 address, as in 2001:db8::1/64"))];

    private static YamlNode? SecretNode(YamlMapping map, string key) =>
        map[key] is YamlScalar { IsNull: false } text ? text.WithText(TestbedFiles.Markup.FromOldForm(text.Text)) : map[key];

    public TestbedValueException WrongType(string key, YamlNode found, string expected, string? advice = null) =>
        Wrong("CG2008", key, found.Range, WrongValue.Message(key, Owner, found, expected, advice, HoldsSecrets));

    public TestbedValueException Wrong(string id, string? key, FileRange? range, string problem, Exception? inner = null) =>
        new(id, problem, key, Device?.Name, Path?.Name, range, inner);

    /// <summary>«of path 'mgmt' of device 'phoenix'».</summary>
    public string Owner => (Path, Device) switch
    {
        _ when Part is not null => Device is null ? $" of {Part}" : $" of {Part} of device '{Device.Name}'",
        ({ } path, { } device) => $" of path '{path.Name}' of device '{device.Name}'",
        (null, { } device) => $" of device '{device.Name}'",
        _ => "",
    };
}
