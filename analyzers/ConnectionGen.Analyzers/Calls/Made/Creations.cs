using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Everything that a compilation does to make connections.</summary>
internal sealed class Creations
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<bool>> s_takesDevices = new();

    private readonly Lazy<ImmutableArray<Creation>> _all;

    private Creations(Compilation compilation, CancellationToken cancellationToken)
    {
        _all = new(() => [.. compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)).SelectMany(tree => CreationSyntax.In(tree, cancellationToken))],
            LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Null where connections may also be made by code that cannot be seen: in a library, or through one that is given devices.</summary>
    public static Creations? Of(Compilation compilation, INamedTypeSymbol device, CancellationToken cancellationToken) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
        && !compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => TakesDevices(assembly, device))
            ? new Creations(compilation, cancellationToken)
            : null;

    public ImmutableArray<Creation> All => _all.Value;

    /// <summary>False where a call gives an alias that is not a literal: it may be any.</summary>
    public bool AreAliasesKnown => All.All(creation => creation.Alias.IsKnown);

    /// <summary>The aliases that calls give.</summary>
    public IEnumerable<string> Aliases => All.Select(creation => creation.Alias.Text).OfType<string>();

    private static bool TakesDevices(IAssemblySymbol assembly, INamedTypeSymbol device)
    {
        var library = device.ContainingAssembly.Name;
        return !assembly.Name.StartsWith(library, StringComparison.Ordinal)
            && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == library))
            && s_takesDevices.GetValue(assembly, _ => new StrongBox<bool>(TakesDevices(assembly.GlobalNamespace, library))).Value;
    }

    private static bool TakesDevices(INamespaceOrTypeSymbol container, string library) => container.GetMembers().Any(member => member switch
    {
        IMethodSymbol { DeclaredAccessibility: not (Accessibility.Private or Accessibility.Internal) } method => method.Parameters.Any(parameter => IsDevice(parameter.Type, library)),
        INamespaceOrTypeSymbol inner => TakesDevices(inner, library),
        _ => false,
    });

    // By name, because a device may come wrapped in a task, a list or a delegate.
    private static bool IsDevice(ITypeSymbol type, string library)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Device" or "Testbed" or "ConnectionManager" && current.ContainingAssembly?.Name == library)
            {
                return true;
            }
        }

        return type is IArrayTypeSymbol array ? IsDevice(array.ElementType, library)
            : type is INamedTypeSymbol named && named.TypeArguments.Any(argument => IsDevice(argument, library));
    }
}
