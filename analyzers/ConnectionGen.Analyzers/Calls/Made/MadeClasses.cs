using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Which classes the connections behind an alias may have, as the project's calls and the testbed file say.</summary>
internal sealed class MadeClasses(Creations creations, ClassNames classes, LibraryTypes library)
{
    public static string DefaultAlias(KnownDevice device) => device.Node?.Defaults?.Text("alias") ?? "default";

    /// <summary>Each class that a connection of this alias may have; empty where it cannot be known.</summary>
    /// <param name="device">The device.</param>
    /// <param name="alias">The alias; null for the default one.</param>
    public ImmutableArray<INamedTypeSymbol> Behind(KnownDevice device, string? alias)
    {
        if (!creations.AreAliasesKnown || device.Node is not { } node)
        {
            return [];
        }

        var isDefault = alias is null || alias == DefaultAlias(device);
        var wanted = alias ?? DefaultAlias(device);
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        if (isDefault && !TryAdd(found, OfFile(node, WrittenText.Omitted)))
        {
            return [];
        }

        foreach (var creation in creations.All.Where(creation => creation.Alias.Text == wanted || (isDefault && creation.Alias.Text is null)))
        {
            // A path that this device does not have is of a call on another device.
            if (creation.Via.Text is { } via && !device.Paths.Contains(via, StringComparer.Ordinal))
            {
                continue;
            }

            if (!TryAdd(found, Of(creation, node)))
            {
                return [];
            }
        }

        return found.ToImmutable();
    }

    private static bool TryAdd(ImmutableArray<INamedTypeSymbol>.Builder found, INamedTypeSymbol? type)
    {
        if (type is not null)
        {
            found.Add(type);
        }

        return type is not null;
    }

    private INamedTypeSymbol? Of(Creation creation, DeviceNode device) =>
        creation.TypeArgument is { } simple ? classes.BySimpleName(simple)
        : creation.ShortName.Length > 0 ? classes.ByShortName(creation.ShortName)
        : OfFile(device, creation.Via);

    private INamedTypeSymbol? OfFile(DeviceNode device, WrittenText via)
    {
        if (!via.IsKnown)
        {
            return null;
        }

        var name = via.Text ?? device.Defaults?.Text("via");
        var path = name is null ? (device.Paths is [var only] ? only : null) : device.Paths.FirstOrDefault(path => path.Name == name);
        if (path is null)
        {
            return null;
        }

        return (path.Body.Text("class") ?? device.Defaults?.Text("class")) is { } named ? classes.Find(named) : classes.Default(library);
    }
}
