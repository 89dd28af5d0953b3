using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Documentation.Tests;

/// <summary>
/// A block with what its page has told before it: the common preamble and the page's own, <c>Preambles/{page}.cs</c>. What the block declares itself is left out of
/// them, and so is what is made with it. Statements go before types, as C# wants it.
/// </summary>
internal sealed class BlockProgram
{
    private readonly List<CompilationUnitSyntax> _units;
    private readonly Block _block;

    public BlockProgram(Block block)
    {
        _block = block;
        var own = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(block.Page)}.cs");
        _units = [.. new[] { Path.Combine(Folder, "Common.cs"), own }.Where(File.Exists).Select(File.ReadAllText).Append(block.Text).Select(static text => SyntaxFactory.ParseCompilationUnit(text))];
    }

    private static string Folder { get; } = Path.Combine(Pages.Root, "tests", "ConnectionGen.Documentation.Tests", "Preambles");

    /// <summary>Whether there is something to run.</summary>
    public bool IsProgram => _units.Any(static unit => unit.Members.OfType<GlobalStatementSyntax>().Any());

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in _units.SelectMany(static unit => unit.Usings).Select(static one => one.ToString()).Distinct(StringComparer.Ordinal))
            text.Append(line).Append('\n');

        foreach (var attributes in _units.SelectMany(static unit => unit.AttributeLists))
            text.Append(attributes).Append('\n');

        var members = new List<(MemberDeclarationSyntax Member, bool IsOfBlock)>();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in Enumerable.Reverse(_units))
        {
            members.InsertRange(0, unit.Members.Where(member => !IsOver(member, declared)).Select(member => (member, unit == _units[^1])));
            declared.UnionWith(unit.Members.SelectMany(Names));
        }

        foreach (var (member, isOfBlock) in members.OrderBy(static one => one.Member is not GlobalStatementSyntax))
        {
            text.Append(isOfBlock ? $"#line {_block.Line + member.SyntaxTree.GetLineSpan(member.FullSpan).StartLinePosition.Line} \"{_block.Page}\"\n" : "#line default\n")
                .Append(member.ToFullString().TrimEnd('\n')).Append('\n');
        }

        return text.ToString();
    }

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
