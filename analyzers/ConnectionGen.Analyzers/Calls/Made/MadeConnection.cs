using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>What a call makes, bound.</summary>
/// <param name="Device">On which device.</param>
/// <param name="Aliases">Under which aliases, null among them for the default one; default where they are not known.</param>
/// <param name="Class">The class that the call asks for; null where the testbed's file says it.</param>
/// <param name="IsClassKnown">False where neither the call nor the file tells the class.</param>
/// <param name="Vias">By which paths, null among them for the default one; default where they are not known.</param>
internal sealed record MadeConnection(
    DeviceAnswer Device, ImmutableArray<string?> Aliases, INamedTypeSymbol? Class, bool IsClassKnown, ImmutableArray<string?> Vias)
{
    /// <summary>False where any device may be meant.</summary>
    public bool IsOfKnownDevice => Device.IsKnown && !Device.IsForeign;

    /// <summary>Whether this may be what stands behind an alias of a device; a null alias is the default one.</summary>
    public bool MayBe(KnownDevice device, string? alias) =>
        (Aliases.IsDefault || Aliases.Contains(alias, StringComparer.Ordinal) || (alias is null && Aliases.Contains(MadeClasses.DefaultAlias(device), StringComparer.Ordinal)))
        && (!IsOfKnownDevice || Device.Alternatives.Any(group => group.Any(device.IsSame)));
}
