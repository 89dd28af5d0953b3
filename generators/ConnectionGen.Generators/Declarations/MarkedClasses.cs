using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>A declaration of a class with those of our attributes of one kind that stand on it.</summary>
internal sealed record MarkedClass(INamedTypeSymbol Type, ClassDeclarationSyntax Node, ImmutableArray<AttributeData> Attributes, Compilation Compilation);

/// <summary>The models of all classes of a compilation that carry one of our attributes.</summary>
internal sealed record MarkedClasses(
    EquatableArray<ConnectionClassModel> ConnectionClasses, EquatableArray<TestbedClassModel> Testbeds, EquatableArray<WrapperModel> Wrappers)
{
    private const string Library = "ConnectionGen";

    public static MarkedClasses In(Compilation compilation, CancellationToken cancellationToken)
    {
        var nodes = Candidates(compilation, cancellationToken).ToArray();
        var models = new Models[nodes.Length];
        // binding is what costs, and one class can be bound beside another
        Parallel.For(0, nodes.Length, new ParallelOptions { CancellationToken = cancellationToken }, n => models[n] = Of(nodes[n], compilation, cancellationToken));
        return new MarkedClasses(
            models.Select(static m => m.ConnectionClass).OfType<ConnectionClassModel>().ToEquatableArray(),
            models.Select(static m => m.Testbed).OfType<TestbedClassModel>().ToEquatableArray(),
            models.SelectMany(static m => m.Wrappers).ToEquatableArray());
    }

    private static Models Of(ClassDeclarationSyntax node, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken) is not { } type)
        {
            return Models.None;
        }

        return new Models(
            Marked(type, node, "ConnectionClassAttribute", compilation) is { } connectionClass ? ConnectionClassParser.Parse(connectionClass, cancellationToken) : null,
            Marked(type, node, "TestbedAttribute", compilation) is { } testbed ? TestbedClassParser.Parse(testbed) : null,
            Marked(type, node, "ServiceWrapperAttribute", compilation) is { } wrapper ? [.. WrapperParser.Parse(wrapper)] : []);
    }

    private static MarkedClass? Marked(INamedTypeSymbol type, ClassDeclarationSyntax node, string attribute, Compilation compilation)
    {
        var here = type.GetAttributes().Where(a => TypeNames.Is(a.AttributeClass, Library, attribute)
            && a.ApplicationSyntaxReference is { } at && at.SyntaxTree == node.SyntaxTree && node.AttributeLists.Span.Contains(at.Span)).ToImmutableArray();
        return here.IsEmpty ? null : new MarkedClass(type, node, here, compilation);
    }

    // by name first, since binding is what costs; behind an alias may be any name
    private static IEnumerable<ClassDeclarationSyntax> Candidates(Compilation compilation, CancellationToken cancellationToken)
    {
        var roots = compilation.SyntaxTrees.Select(tree => tree.GetRoot(cancellationToken)).OfType<CompilationUnitSyntax>().ToArray();
        var isAliasGlobal = Array.Exists(roots, static root => root.Usings.Any(static u => u.Alias is not null && u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));
        foreach (var root in roots)
        {
            var declared = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
            var hasAlias = isAliasGlobal;
            foreach (var node in declared)
            {
                hasAlias |= node is UsingDirectiveSyntax { Alias: not null };
                if (node is ClassDeclarationSyntax { AttributeLists.Count: > 0 } type && (hasAlias || type.AttributeLists.Any(static list => list.Attributes.Any(IsOurs))))
                {
                    yield return type;
                }
            }
        }
    }

    private static bool IsOurs(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            _ => "",
        };
        return name is "ConnectionClass" or "ConnectionClassAttribute" or "Testbed" or "TestbedAttribute" or "ServiceWrapper" or "ServiceWrapperAttribute";
    }

    /// <summary>What one declaration is marked as; rarely more than one of them.</summary>
    private sealed record Models(ConnectionClassModel? ConnectionClass, TestbedClassModel? Testbed, ImmutableArray<WrapperModel> Wrappers)
    {
        public static readonly Models None = new(null, null, []);
    }
}
