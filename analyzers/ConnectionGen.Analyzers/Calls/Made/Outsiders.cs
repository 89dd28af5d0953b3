using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Analyzers;

/// <summary>Whether code outside of a compilation may make connections on its devices.</summary>
internal static class Outsiders
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<ImmutableHashSet<string>>> s_takers = new();
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> s_mentioned = new();

    /// <summary>True in a library, in a program that opens itself to another assembly, and in one that uses a library to which devices can be given.</summary>
    public static bool MayConnect(Compilation compilation, TestbedTypes types, CancellationToken cancellationToken)
    {
        if (compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
            || compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"))
        {
            return true;
        }

        var takers = compilation.SourceModule.ReferencedAssemblySymbols.Select(assembly => Takers(assembly, types.Device.ContainingAssembly.Name)).Where(names => !names.IsEmpty).ToArray();
        return takers.Length > 0 && compilation.SyntaxTrees.Any(tree => takers.Any(names => names.Overlaps(s_mentioned.GetValue(tree, tree => Mentioned(tree, cancellationToken)))));
    }

    /// <summary>The names by which code could reach what an assembly does with devices; none where it takes and gives none.</summary>
    private static ImmutableHashSet<string> Takers(IAssemblySymbol assembly, string library)
    {
        if (assembly.Name.StartsWith(library, StringComparison.Ordinal) || !assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == library)))
        {
            return [];
        }

        return s_takers.GetValue(assembly, assembly =>
        {
            var types = TypesIn(assembly.GlobalNamespace).Where(type => !IsGenerated(type)).ToArray();
            var takers = types.Where(type => type.GetMembers().Any(member => Handles(member, library))).ToArray();

            // What takes devices may be reached by a container, too, which an extension method fills.
            return new StrongBox<ImmutableHashSet<string>>(takers.Length == 0 ? [] :
            [
                .. takers.Select(type => type.Name),
                .. types.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Where(method => method.IsExtensionMethod).Select(method => method.Name),
            ]);
        }).Value;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .Where(inner => inner is not INamedTypeSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.Internal })
        .SelectMany(inner => inner is INamedTypeSymbol type ? TypesIn(inner).Prepend(type) : TypesIn(inner));

    // Connect methods are ours, and their calls are seen here.
    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes()
        .Any(attribute => attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "ConnectionGen" }, ..] });

    private static bool Handles(ISymbol member, string library) => member switch
    {
        { DeclaredAccessibility: Accessibility.Private or Accessibility.Internal } => false,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet } => false,

        // of a testbed that is compiled there the generated members do nothing, but its own methods may
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when IsDevice(method.ContainingType, library) => method.Name is not ("Load" or "LoadAsync"),
        IMethodSymbol method => method.Parameters.Any(parameter => IsDevice(parameter.Type, library)) || IsDevice(method.ReturnType, library),
        IPropertySymbol property => !IsDevice(property.ContainingType, library) && IsDevice(property.Type, library),
        IFieldSymbol field => IsDevice(field.Type, library),
        _ => false,
    };

    // By name, because a device may come wrapped in a task, a list or a delegate.
    private static bool IsDevice(ITypeSymbol type, string library)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Device" or "Testbed" or "ConnectionManager" or "ConnectionHandle" && current.ContainingAssembly?.Name == library)
            {
                return true;
            }
        }

        return type switch
        {
            IArrayTypeSymbol array => IsDevice(array.ElementType, library),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => IsDevice(constraint, library)),
            INamedTypeSymbol named => named.TypeArguments.Any(argument => argument is not ITypeParameterSymbol && IsDevice(argument, library)),
            _ => false,
        };
    }

    private static HashSet<string> Mentioned(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }

        return names;
    }
}
