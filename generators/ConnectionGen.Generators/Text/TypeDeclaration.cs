using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Generators;

/// <summary>Where a user's partial class stands, so that a second part of it can be written.</summary>
/// <param name="Namespace">Its namespace, escaped; empty for the global one.</param>
/// <param name="Enclosing">The types around it from the outside in, as <c>partial class Outer</c>.</param>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="FullName">Its name as generated code writes it.</param>
/// <param name="IsPublic">True where other assemblies see it.</param>
internal sealed record TypeDeclaration(string Namespace, EquatableArray<string> Enclosing, string Name, string FullName, bool IsPublic)
{
    /// <summary>Its name for generated files and types beside it: nested types carry the names of those around them.</summary>
    public string PathName { get; init; } = Name;

    /// <summary>Null where no second part of the class can be written: it or a type around it is not partial, or generic, or hidden from the rest of the assembly.</summary>
    public static TypeDeclaration? Of(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || type.IsGenericType || type.IsFileLocal || !IsNamed(type))
        {
            return null;
        }

        var enclosing = new List<string>();
        var path = type.Name;
        var isPublic = type.DeclaredAccessibility == Accessibility.Public;
        if (!IsVisible(type))
        {
            return null;
        }

        var node = declaration.Parent;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType, node = node.Parent)
        {
            if (node is not TypeDeclarationSyntax around || !around.Modifiers.Any(SyntaxKind.PartialKeyword) || outer.IsGenericType || outer.IsFileLocal || !IsVisible(outer))
            {
                return null;
            }

            enclosing.Insert(0, $"partial {Keyword(around)} {CSharpText.Identifier(outer.Name)}");
            path = outer.Name + "." + path;
            isPublic &= outer.DeclaredAccessibility == Accessibility.Public;
        }

        var @namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        return new TypeDeclaration(@namespace, enclosing.ToEquatableArray(), type.Name, TypeNames.Of(type), isPublic) { PathName = path };
    }

    /// <summary>The generated file's name, without ending.</summary>
    public string FileName()
    {
        var name = Namespace.Length == 0 ? PathName : Namespace.Replace("@", "") + "." + PathName;
        return new string([.. name.Select(static c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_')]);
    }

    public void OpenNamespace(SourceWriter writer)
    {
        writer.Gap();
        if (Namespace.Length > 0)
        {
            writer.Line("namespace " + Namespace);
            writer.Open();
        }
    }

    public void OpenEnclosing(SourceWriter writer)
    {
        foreach (var outer in Enclosing)
        {
            writer.Line(outer);
            writer.Open();
        }
    }

    public void CloseEnclosing(SourceWriter writer)
    {
        for (var i = 0; i < Enclosing.Count; i++)
        {
            writer.Close();
        }
    }

    public void CloseNamespace(SourceWriter writer)
    {
        if (Namespace.Length > 0)
        {
            writer.Close();
        }
    }

    // a name may be missing while it is being typed
    private static bool IsNamed(INamedTypeSymbol type)
    {
        for (ISymbol? symbol = type; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (symbol.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static string Keyword(TypeDeclarationSyntax type) => type switch
    {
        RecordDeclarationSyntax record when record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) => "record struct",
        _ => type.Keyword.ValueText,
    };
}
