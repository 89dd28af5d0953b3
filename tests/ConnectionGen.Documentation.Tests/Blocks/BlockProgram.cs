using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Documentation.Tests;

/// <summary>
/// A block with what its page has told before it: the common preamble and the page's own, <c>Preambles/{page}.cs</c>. What the block declares itself is left out of
/// them, and so is what is made with it. A block that only declares types is followed by a use of the last of them, <c>Preambles/Uses/{page}.{type}.cs</c>.
/// Statements go before types, as C# wants it.
/// </summary>
internal sealed class BlockProgram
{
    private readonly CompilationUnitSyntax[] _preambles;
    private readonly CompilationUnitSyntax _shown;
    private readonly CompilationUnitSyntax[] _uses;
    private readonly Block _block;

    public BlockProgram(Block block)
    {
        _block = block;
        var page = Path.GetFileNameWithoutExtension(block.Page);
        _preambles = [.. Read("Common.cs"), .. Read($"{page}.cs")];
        _shown = SyntaxFactory.ParseCompilationUnit(block.Text);
        var type = IsUsed(_shown) ? null : _shown.Members.OfType<BaseTypeDeclarationSyntax>().LastOrDefault()?.Identifier.Text;
        _uses = type is null ? [] : [.. Read(Path.Combine("Uses", $"{page}.{type}.cs"))];
        IsRun = IsUsed(_shown) || _uses.Length > 0;
    }

    private IEnumerable<CompilationUnitSyntax> Units => [.. _preambles, _shown, .. _uses];

    /// <summary>Whether the block itself is run, and not only what stands around it.</summary>
    public bool IsRun { get; }

    /// <summary>Whether there is an entry point.</summary>
    public bool IsProgram => Units.Any(static unit => unit.Members.OfType<GlobalStatementSyntax>().Any());

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Units.SelectMany(static unit => unit.Usings).Select(static one => one.ToString()).Distinct(StringComparer.Ordinal))
            text.Append(line).Append('\n');

        foreach (var attributes in Units.SelectMany(static unit => unit.AttributeLists))
            text.Append(attributes).Append('\n');

        foreach (var (member, isOfBlock) in Members().OrderBy(static one => one.Member is not GlobalStatementSyntax))
        {
            text.Append(isOfBlock ? $"#line {_block.Line + member.SyntaxTree.GetLineSpan(member.FullSpan).StartLinePosition.Line} \"{_block.Page}\"\n" : "#line default\n")
                .Append(member.ToFullString().TrimEnd('\n')).Append('\n');
        }

        return text.ToString();
    }

    private List<(MemberDeclarationSyntax Member, bool IsOfBlock)> Members()
    {
        var members = _shown.Members.Select(static member => (member, true)).Concat(_uses.SelectMany(static use => use.Members).Select(static member => (member, false))).ToList();
        var declared = members.SelectMany(static one => Names(one.member)).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in Enumerable.Reverse(_preambles))
        {
            members.InsertRange(0, unit.Members.Where(member => !IsOver(member, declared)).Select(static member => (member, false)));
            declared.UnionWith(unit.Members.SelectMany(Names));
        }

        return members;
    }

    private static IEnumerable<CompilationUnitSyntax> Read(string file)
    {
        var path = Path.Combine(Pages.Preambles, file);
        return File.Exists(path) ? [SyntaxFactory.ParseCompilationUnit(File.ReadAllText(path))] : [];
    }

    private static bool IsUsed(CompilationUnitSyntax unit) => unit.Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>Whether what comes later declares the same, or a variable that this is made with.</summary>
    private static bool IsOver(MemberDeclarationSyntax member, HashSet<string> declared) =>
        declared.Overlaps(Names(member))
        || (member is GlobalStatementSyntax && member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && char.IsLower(token.Text[0]) && declared.Contains(token.Text)));

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local.Declaration.Variables.Select(static variable => variable.Identifier.Text),
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        _ => [],
    };
}
