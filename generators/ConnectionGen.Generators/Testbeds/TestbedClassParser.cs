using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>A class marked <c>[Testbed]</c> to its model.</summary>
internal static class TestbedClassParser
{
    public static TestbedClassModel? Parse(MarkedClass marked)
    {
        var (type, node, attributes, compilation) = marked;
        if (type is not { IsStatic: false, IsAbstract: false, IsRecord: false, TypeKind: TypeKind.Class }
            || node.ParameterList is not null
            || TypeDeclaration.Of(type, node) is not { } declaration
            || !CanDeriveFromTestbed(type)
            || attributes[0].ConstructorArguments is not [{ Value: string file }, ..]
            || !IsFirstPart(type, node))
        {
            return null;
        }

        return new TestbedClassModel(declaration, TestbedFileParser.Normal(file), Members(type, compilation).ToEquatableArray());
    }

    private static bool CanDeriveFromTestbed(INamedTypeSymbol type) =>
        type.BaseType is null or { SpecialType: SpecialType.System_Object } || TypeNames.Is(type.BaseType, "ConnectionGen", "Testbed");

    private static bool IsFirstPart(INamedTypeSymbol type, ClassDeclarationSyntax node)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "ConnectionGen", "TestbedAttribute"))
            {
                return attribute.ApplicationSyntaxReference is { } at && at.SyntaxTree == node.SyntaxTree && node.Span.Contains(at.Span);
            }
        }

        return false;
    }

    // a user's part of a device's type is no collision
    private static SortedSet<string> Members(INamedTypeSymbol type, Compilation compilation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { type.Name, TopologyMembers.LinksType };
        foreach (var member in type.GetMembers())
        {
            if (member is not INamedTypeSymbol && member.CanBeReferencedByName)
            {
                names.Add(member.Name);
            }
        }

        for (var t = compilation.GetTypeByMetadataName("ConnectionGen.Testbed"); t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member.CanBeReferencedByName && member.DeclaredAccessibility != Accessibility.Private)
                {
                    names.Add(member.Name);
                }
            }
        }

        return names;
    }
}
