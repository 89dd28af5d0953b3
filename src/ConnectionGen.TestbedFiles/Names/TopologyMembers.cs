namespace ConnectionGen.TestbedFiles;

/// <summary>A member that the generator writes for an interface or a link.</summary>
/// <param name="Identifier">What it is called in C#.</param>
/// <param name="Name">The name, or the alias, that it is called after.</param>
/// <param name="Other">The alias of the one that it is called after by name, and the name of the one that it is called after by alias; null where there is no alias.</param>
public readonly record struct TopologyMember(string Identifier, string Name, string? Other);

/// <summary>Members named after a device's interfaces or a testbed's links. The generator writes with it and the analyzers read with it.</summary>
public static class TopologyMembers
{
    /// <summary>The class of a device's interfaces, nested in the device's type.</summary>
    public const string InterfacesType = "NamedInterfaces";

    /// <summary>The class of a testbed's links, nested in the testbed's type.</summary>
    public const string LinksType = "NamedLinks";

    /// <summary>What members of either class may not be called.</summary>
    public static IReadOnlyList<string> Taken { get; } =
    [
        "Contains", "Count", "Equals", "Finalize", "Find", "GetEnumerator", "GetHashCode", "GetType", "Item", "Member", "MemberwiseClone", "Names",
        "ReferenceEquals", "ToString", InterfacesType, LinksType,
    ];

    /// <summary>
    /// A member for each name, as <see cref="MemberNames"/> calls them, and then one for each alias whose identifier is still free: an alias that
    /// meets a name is reached by the indexer.
    /// </summary>
    /// <param name="all">Names with their aliases, in file order.</param>
    public static IReadOnlyList<TopologyMember> Of(IReadOnlyList<(string Name, string? Alias)> all)
    {
        var names = MemberNames.Distinct(all.Select(static one => one.Name), Taken);
        var members = new List<TopologyMember>(all.Count);
        var used = new HashSet<string>(Taken, StringComparer.Ordinal);
        used.UnionWith(names.Values);
        foreach (var (name, alias) in all)
        {
            members.Add(new TopologyMember(names[name], name, alias));
            if (alias is not null && !names.ContainsKey(alias) && used.Add(Identifier.FromName(alias)))
                members.Add(new TopologyMember(Identifier.FromName(alias), alias, name));
        }

        return members;
    }
}
