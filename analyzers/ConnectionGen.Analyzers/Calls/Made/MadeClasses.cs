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
    /// <param name="cancellationToken">Stops the search.</param>
    public ImmutableArray<INamedTypeSymbol> Behind(KnownDevice device, string? alias, CancellationToken cancellationToken)
    {
        if (device.Node is not { } node)
        {
            return [];
        }

        var wanted = alias == DefaultAlias(device) ? null : alias;
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        if (wanted is null && !TryAdd(found, OfFile(node, via: null)))
        {
            return [];
        }

        foreach (var made in creations.Behind(device, wanted, cancellationToken))
        {
            if (!TryAddMade(found, made, node))
            {
                return [];
            }
        }

        return found.ToImmutable();
    }

    private bool TryAddMade(ImmutableArray<INamedTypeSymbol>.Builder found, MadeConnection made, DeviceNode node)
    {
        if (made.Class is { } asked)
        {
            found.Add(asked);
            return true;
        }

        // A path that this device does not have is of a call on another one.
        return made is { IsClassKnown: true, Vias.IsDefault: false }
            && made.Vias.Where(via => via is null || node.Paths.Any(path => path.Name == via)).All(via => TryAdd(found, OfFile(node, via)));
    }

    private static bool TryAdd(ImmutableArray<INamedTypeSymbol>.Builder found, INamedTypeSymbol? type)
    {
        if (type is not null)
        {
            found.Add(type);
        }

        return type is not null;
    }

    private INamedTypeSymbol? OfFile(DeviceNode device, string? via)
    {
        var name = via ?? device.Defaults?.Text("via");
        var path = name is null ? (device.Paths is [var only] ? only : null) : device.Paths.FirstOrDefault(path => path.Name == name);
        if (path is null)
        {
            return null;
        }

        return (path.Body.Text("class") ?? device.Defaults?.Text("class")) is { } named ? classes.Find(named) : classes.Default(library);
    }
}
