using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Which methods have parameters that name a path or an alias. Names are compared first, because most calls of a program are to other methods and need no binding then.</summary>
internal sealed class MarkedMethods
{
    private static readonly ConditionalWeakTable<SyntaxTree, ImmutableHashSet<string>> s_declared = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, ImmutableHashSet<string>> s_referenced = new();

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _viaPath;
    private readonly INamedTypeSymbol _connectionAlias;
    private readonly Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<IMethodSymbol, MarkedParameters> _parameters = new(SymbolEqualityComparer.Default);

    private MarkedMethods(Compilation compilation, INamedTypeSymbol viaPath, INamedTypeSymbol connectionAlias, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _viaPath = viaPath;
        _connectionAlias = connectionAlias;
        _names = new Lazy<HashSet<string>>(() => Names(cancellationToken), LazyThreadSafetyMode.PublicationOnly);
    }

    public static MarkedMethods? Of(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetTypeByMetadataName("ConnectionGen.ViaPathAttribute") is { } viaPath
        && compilation.GetTypeByMetadataName("ConnectionGen.ConnectionAliasAttribute") is { } connectionAlias
            ? new MarkedMethods(compilation, viaPath, connectionAlias, cancellationToken)
            : null;

    /// <summary>Whether a method or class of this name may have marked parameters.</summary>
    public bool MayBe(string name) =>
        name.StartsWith("Connect", StringComparison.Ordinal)
        || name.StartsWith("Instantiate", StringComparison.Ordinal)
        || name is "Alias" or "IsConnected" or "Disconnect" or "DisconnectAsync" or "Destroy" or "DestroyAsync" or "Probe" or "ProbeAsync"
        || _names.Value.Contains(name);

    /// <summary>The marked parameters of a method.</summary>
    public MarkedParameters Of(IMethodSymbol method) => _parameters.GetOrAdd(method.OriginalDefinition, Read);

    private MarkedParameters Read(IMethodSymbol method)
    {
        var via = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var alias = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var parameter in method.Parameters)
        {
            foreach (var attribute in parameter.GetAttributes())
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _viaPath))
                {
                    via.Add(parameter.Name);
                }
                else if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _connectionAlias))
                {
                    alias.Add(parameter.Name);
                }
            }
        }

        return via.Count == 0 && alias.Count == 0 ? MarkedParameters.None : new MarkedParameters(via.ToImmutable(), alias.ToImmutable());
    }

    private HashSet<string> Names(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            names.UnionWith(s_declared.GetValue(tree, tree => Mentions(tree.GetText(cancellationToken).ToString()) ? Declared(tree.GetRoot(cancellationToken)) : []));
        }

        foreach (var assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == _viaPath.ContainingAssembly.Name)))
            {
                names.UnionWith(s_referenced.GetValue(assembly, _ => Referenced(assembly.GlobalNamespace)));
            }
        }

        return names;
    }

    // Few files do, and a search in a text costs far less than a walk.
    private static bool Mentions(string text) =>
        text.IndexOf("ViaPath", StringComparison.Ordinal) >= 0 || text.IndexOf("ConnectionAlias", StringComparison.Ordinal) >= 0;

    private static ImmutableHashSet<string> Declared(SyntaxNode root)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var list in root.DescendantNodes().OfType<AttributeListSyntax>())
        {
            // Any attributed parameter: an attribute's name in a file may be an alias.
            if (list.Parent is ParameterSyntax { Parent: ParameterListSyntax { Parent: { } owner } })
            {
                names.Add(owner switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    LocalFunctionStatementSyntax local => local.Identifier.ValueText,
                    ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
                    TypeDeclarationSyntax type => type.Identifier.ValueText,
                    _ => "",
                });
            }
        }

        return names.ToImmutable();
    }

    private ImmutableHashSet<string> Referenced(INamespaceOrTypeSymbol container)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var member in container.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol { DeclaredAccessibility: not Accessibility.Private } method when method.Parameters.Length > 0 && Read(method) != MarkedParameters.None:
                    names.Add(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name);
                    break;
                case INamespaceOrTypeSymbol inner:
                    names.UnionWith(Referenced(inner));
                    break;
                default:
                    break;
            }
        }

        return names.ToImmutable();
    }
}

/// <summary>The parameters of a method that name a path or an alias.</summary>
/// <param name="Via">The names of those that name a path.</param>
/// <param name="Alias">The names of those that name a connection.</param>
internal sealed record MarkedParameters(ImmutableHashSet<string> Via, ImmutableHashSet<string> Alias)
{
    public static readonly MarkedParameters None = new([], []);
}
