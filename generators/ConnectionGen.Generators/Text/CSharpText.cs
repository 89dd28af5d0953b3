using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Generators;

/// <summary>Identifiers, literals and documentation as C# text, the same in every culture.</summary>
internal static class CSharpText
{
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"ConnectionGen\", \"1.0\")]";

    public const string HideFromEditor = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>The name of a parameter, where words that are keywords in some places only do no harm.</summary>
    public static string Parameter(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type or member.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Text(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>The value of a constant of one of the built-in types.</summary>
    public static string Constant(object value) => value switch
    {
        string text => Text(text),
        char c => SymbolDisplay.FormatLiteral(c, quote: true),
        bool b => Boolean(b),
        float f when float.IsNaN(f) => "float.NaN",
        float f when float.IsPositiveInfinity(f) => "float.PositiveInfinity",
        float f when float.IsNegativeInfinity(f) => "float.NegativeInfinity",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
        double d when double.IsNaN(d) => "double.NaN",
        double d when double.IsPositiveInfinity(d) => "double.PositiveInfinity",
        double d when double.IsNegativeInfinity(d) => "double.NegativeInfinity",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
        uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
        long l => l == long.MinValue ? "long.MinValue" : l.ToString(CultureInfo.InvariantCulture) + "L",
        ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
        int i => i == int.MinValue ? "int.MinValue" : i.ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Documentation(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
