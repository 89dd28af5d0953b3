using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Completion;

/// <summary>Offers the names that a testbed and the project's own calls know, in the string literals that name a path, an alias or a device.</summary>
[ExportCompletionProvider(nameof(NameCompletionProvider), LanguageNames.CSharp)]
[Shared]
public sealed class NameCompletionProvider : CompletionProvider
{
    private const string Description = nameof(Description);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind != CompletionTriggerKind.Insertion || trigger.Character == '"';

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var cancellationToken = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || Literal(root, context.Position) is not { } literal
            || await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        var names = KnownNames.At(literal, model, context.Document.Project.AnalyzerOptions, cancellationToken);
        if (names.Count == 0)
        {
            return;
        }

        // in such a literal nothing else makes sense, and a name may hold what ends a word in C#
        context.IsExclusive = true;
        context.CompletionListSpan = Inside(literal.Token);
        foreach (var name in names)
        {
            context.AddItem(CompletionItem.Create(
                name.Text,
                properties: System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(Description, name.Description),
                tags: [WellKnownTags.Constant],
                inlineDescription: name.Kind));
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties.TryGetValue(Description, out var text) ? text : item.DisplayText));

    // the literal with the caret between its quotes; the closing one may still be missing
    private static LiteralExpressionSyntax? Literal(SyntaxNode root, int position)
    {
        var token = root.FindToken(Math.Max(position - 1, 0));
        return token.IsKind(SyntaxKind.StringLiteralToken) && token.Parent is LiteralExpressionSyntax literal && Inside(token) is var inside && position >= inside.Start && position <= inside.End
            ? literal
            : null;
    }

    private static TextSpan Inside(SyntaxToken token)
    {
        var start = token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
        var isClosed = token.Text.Length > start && token.Text[token.Text.Length - 1] == '"';
        return TextSpan.FromBounds(token.SpanStart + start, token.Span.End - (isClosed ? 1 : 0));
    }
}
