using System.Collections.Immutable;
using System.Composition;
using ConnectionGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.CodeFixes;

/// <summary>Adds the path that a call names to the device's <c>connections:</c> in its testbed file, with an address to be filled in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddPathFix : CodeFixProvider
{
    /// <summary>The same for all, so that "fix all" adds every missing path.</summary>
    internal const string Key = "CG1001:add";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [CallRules.UnknownPathId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddAllPaths.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (MissingPath.From(diagnostic) is not { } missing || FileOf(context.Document.Project, missing) is not { } file)
            {
                continue;
            }

            var text = await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            if (PathText.Add(text, missing, context.CancellationToken) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add path '{missing.Path}' to '{missing.Device}' in {Wording.FileName(missing.File)}",
                        _ => Task.FromResult(context.Document.Project.Solution.WithAdditionalDocumentText(file.Id, changed)),
                        Key),
                    diagnostic);
            }
        }
    }

    internal static TextDocument? FileOf(Project project, MissingPath missing) => project.AdditionalDocuments.FirstOrDefault(file => file.FilePath == missing.File);
}

/// <summary>Adds every missing path that a scope names, each once.</summary>
internal sealed class AddAllPaths : FixAllProvider
{
    public static readonly AddAllPaths Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new List<Diagnostic>();
        foreach (var project in fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project])
        {
            found.AddRange(fixAllContext.Scope == FixAllScope.Document && fixAllContext.Document is { } document
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        var missing = found.Select(MissingPath.From).OfType<MissingPath>().Distinct().ToArray();
        return CodeAction.Create("Add the paths to the testbed files", token => AddAsync(fixAllContext.Solution, missing, token), AddPathFix.Key);
    }

    private static async Task<Solution> AddAsync(Solution solution, IEnumerable<MissingPath> missing, CancellationToken cancellationToken)
    {
        foreach (var path in missing)
        {
            foreach (var file in solution.Projects.Select(project => AddPathFix.FileOf(project, path)).OfType<TextDocument>().ToArray())
            {
                var current = solution.GetAdditionalDocument(file.Id);
                if (current is not null && PathText.Add(await current.GetTextAsync(cancellationToken).ConfigureAwait(false), path, cancellationToken) is { } changed)
                {
                    solution = solution.WithAdditionalDocumentText(file.Id, changed);
                }
            }
        }

        return solution;
    }
}
