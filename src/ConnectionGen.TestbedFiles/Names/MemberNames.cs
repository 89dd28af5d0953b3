namespace ConnectionGen.TestbedFiles;

/// <summary>Members of one class named after a testbed file's devices or paths. The generator writes with it and the analyzers read with it.</summary>
public static class MemberNames
{
    /// <summary>What a path's constant may not be called: what its class has from <see cref="object"/>, and the class's own name.</summary>
    public static IReadOnlyList<string> OfVia { get; } = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Via"];

    /// <summary>What a device may not be called: what the class of every testbed has, and what the generator puts into it.</summary>
    public static IReadOnlyList<string> OfTestbed { get; } =
    [
        "AddWrapper", "Alias", "Call", "CallAsync", "Connect", "ConnectAsync", "Custom", "Description", "Destroy", "DestroyAsync", "Devices", "Disconnect", "DisconnectAsync",
        "Dispose", "DisposeAsync", "Equals", "Finalize", "FindDevices", "GetHashCode", "GetType", "Links", "Load", "LoadAsync", "MemberwiseClone", "Name", TopologyMembers.LinksType, "Options", "Parse",
        "ReferenceEquals", "Servers", "Squeeze", "ToString",
    ];

    /// <summary>
    /// The identifiers of several names, each different from the others and from those that are taken: a name that meets
    /// another gets a trailing <c>_</c>. The order of the names does not matter.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="taken">What the members may not be called, such as members of the class they go into.</param>
    /// <param name="companion">An ending with which the identifier must be free, too: devices also become a type, <c>{name}Device</c>.</param>
    /// <returns>The identifier of each name.</returns>
    public static IReadOnlyDictionary<string, string> Distinct(IEnumerable<string> names, IEnumerable<string> taken, string companion = "")
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.OrderBy(static n => n, StringComparer.Ordinal))
        {
            if (identifiers.ContainsKey(name))
            {
                continue;
            }

            var identifier = Identifier.FromName(name);
            while (used.Contains(identifier) || used.Contains(identifier + companion))
            {
                identifier += "_";
            }

            used.Add(identifier);
            used.Add(identifier + companion);
            identifiers.Add(name, identifier);
        }

        return identifiers;
    }
}
