using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Semantic models of a compilation, each made once. For what a call refers to in another file; a call itself is bound by its analyzer's own model.</summary>
internal sealed class Models(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    /// <summary>The model of a file, which is this one where it fits.</summary>
    public SemanticModel For(SyntaxNode node, SemanticModel model) => node.SyntaxTree == model.SyntaxTree ? model : Of(node.SyntaxTree);

    public SemanticModel Of(SyntaxTree tree) => _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
}
