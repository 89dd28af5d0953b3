using System.ComponentModel;

namespace ConnectionGen;

/// <summary>The shape of a testbed file when it was compiled; made by generated code. A file that is loaded must have it, too, and may have more.</summary>
/// <param name="file">The file's path beside the program.</param>
/// <param name="devices">Its devices.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TestbedShape(string file, params DeviceShape[] devices)
{
    /// <summary>Its links.</summary>
    public IReadOnlyList<MemberShape> Links { get; init; } = [];

    internal string File => file;

    /// <summary>Every difference that a program compiled against this shape would stumble over.</summary>
    internal IEnumerable<string> Differences(TestbedDescription loaded)
    {
        var byName = loaded.Devices.ToDictionary(device => device.Name, StringComparer.Ordinal);
        return devices.SelectMany(device => device.Differences(byName.GetValueOrDefault(device.Name)))
            .Concat(MemberShape.Missing(Links, "link", loaded.NamesOfLinks, static () => [], owner: ""));
    }
}

/// <summary>The shape of a device when it was compiled; made by generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="alias"><c>defaults.alias</c>, or null.</param>
/// <param name="paths">Its paths.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceShape(string name, string? alias, params PathShape[] paths)
{
    /// <summary>Its interfaces.</summary>
    public IReadOnlyList<MemberShape> Interfaces { get; init; } = [];

    internal string Name => name;

    internal IEnumerable<string> Differences(DeviceDescription? loaded)
    {
        if (loaded is null)
        {
            yield return $"device '{name}' is missing";
            yield break;
        }

        if (alias is not null && loaded.Defaults.Alias != alias)
        {
            yield return $"the default alias of '{name}' is {(loaded.Defaults.Alias is { } other ? $"'{other}'" : "not set")}, not '{alias}'";
        }

        foreach (var path in paths)
        {
            if (!loaded.Paths.TryGetValue(path.Name, out var found))
            {
                yield return $"path '{path.Name}' of '{name}' is missing";
            }
            else if (path.Class is not null && (found.Class ?? loaded.Defaults.Class) != path.Class)
            {
                yield return $"the class of path '{path.Name}' of '{name}' is {((found.Class ?? loaded.Defaults.Class) is { } other ? $"'{other}'" : "not set")}, not '{path.Class}'";
            }
        }

        foreach (var missing in MemberShape.Missing(
            Interfaces, "interface", () => loaded.Interfaces.Select(static one => one.Node.Name), () => loaded.Interfaces.Select(static one => one.Alias), $" of '{name}'"))
        {
            yield return missing;
        }
    }
}

/// <summary>An interface or link when it was compiled; made by generated code. A loaded file has it where it has one of the name or of the alias.</summary>
/// <param name="name">Its name.</param>
/// <param name="alias">Its alias; null where it has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberShape(string name, string? alias = null)
{
    // a device may have hundreds; who loads the wrong file sees from a few that it is
    private const int MostNamed = 5;

    /// <summary>Those that are not there, as one phrase; none where all are.</summary>
    internal static IEnumerable<string> Missing(
        IReadOnlyList<MemberShape> compiled, string kind, Func<IEnumerable<string>> names, Func<IEnumerable<string>> aliases, string owner)
    {
        if (compiled.Count == 0)
        {
            yield break;
        }

        var known = names().ToHashSet(StringComparer.Ordinal);
        var missing = compiled.Where(member => !member.IsIn(known)).ToList();
        if (missing.Count > 0)
        {
            // aliases are read only where names do not do: one may be markup
            known.UnionWith(aliases());
            missing.RemoveAll(member => member.IsIn(known));
        }

        if (missing.Count > 0)
        {
            var more = missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "";
            yield return $"{kind}{(missing.Count == 1 ? "" : "s")} {string.Join(", ", missing.Take(MostNamed))}{more}{owner} {(missing.Count == 1 ? "is" : "are")} missing";
        }
    }

    /// <summary>As messages name it.</summary>
    public override string ToString() => alias is null ? $"'{name}'" : $"'{name}' (alias '{alias}')";

    private bool IsIn(HashSet<string> known) => known.Contains(name) || (alias is not null && known.Contains(alias));
}

/// <summary>The shape of a path when it was compiled; made by generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="class">Its class, or the default one; null where none is named.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PathShape(string name, string? @class)
{
    internal string Name => name;

    internal string? Class => @class;
}
