using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>
/// A compilation as far as declarations go: equal to another while no declaration, reference or option changed. So the classes of a project are read again
/// after an edit of a declaration, and not after one of a body, which is what most typing is.
/// </summary>
internal sealed class DeclaredState(Compilation compilation, ImmutableArray<string> declarations, ImmutableArray<MetadataReference> references) : IEquatable<DeclaredState>
{
    // an equal state is kept in place of later ones, and must not keep its compilation alive
    private readonly WeakReference<Compilation> _compilation = new(compilation);
    private readonly ImmutableArray<string> _declarations = declarations;
    private readonly ImmutableArray<MetadataReference> _references = references;
    private readonly CompilationOptions _options = compilation.Options;
    private readonly string? _assemblyName = compilation.AssemblyName;

    /// <summary>The compilation. It is there when the state is new, which is when it is read.</summary>
    public Compilation Compilation => _compilation.TryGetTarget(out var target) ? target : throw new InvalidOperationException("A state of declarations was read again after its compilation had gone.");

    public bool Equals(DeclaredState? other) =>
        other is not null
        && _assemblyName == other._assemblyName
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _declarations.SequenceEqual(other._declarations, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as DeclaredState);

    public override int GetHashCode() => _declarations.Length;
}
