using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Expecting;

/// <summary>Text to wait for, with a name under which messages speak of it.</summary>
/// <param name="Name">What is awaited, in words: <c>password prompt</c>, <c>enable prompt</c>.</param>
/// <param name="Regex">What it looks like. Prefer one made by <see cref="GeneratedRegexAttribute"/>.</param>
/// <param name="Scope">Where to look.</param>
public sealed record TextPattern(string Name, Regex Regex, PatternScope Scope = PatternScope.LastLine)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} /{Regex}/";
}
