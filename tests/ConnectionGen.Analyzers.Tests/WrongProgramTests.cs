using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>
/// Exactly what a program marks is said of it: <c>//   ^ CG1001 words</c> stands under the line that it is about, the caret where the diagnostic begins,
/// and the words are part of its message.
/// </summary>
public sealed partial class WrongProgramTests
{
    public static TheoryData<string> Programs => [.. Files("Wrong").Concat(Files("Rules"))];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_is_wrong_is_said_and_nothing_else(string file)
    {
        var program = UserProgram.Read(file);
        var expected = program.Own.SelectMany(Marks).ToList();
        Assert.NotEmpty(expected);
        var mayFail = File.ReadAllText(Path.Combine(UserProgram.Folder, file)).StartsWith("// errors: allowed", StringComparison.Ordinal);
        var unexpected = new List<string>();
        foreach (var diagnostic in (await program.AnalyzeAsync()).Where(diagnostic => !(mayFail && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))))
        {
            var span = diagnostic.Location.GetLineSpan();
            var mark = expected.Find(mark => mark.File == span.Path && mark.Line == span.StartLinePosition.Line && mark.Column == span.StartLinePosition.Character
                && mark.Id == diagnostic.Id && diagnostic.GetMessage(null).Contains(mark.Words, StringComparison.Ordinal));
            if (mark is null || !expected.Remove(mark))
            {
                unexpected.Add($"not marked: {diagnostic}");
            }
        }

        var wrong = unexpected.Concat(expected.Select(mark => $"not said: {mark}")).ToArray();
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void There_are_many() => Assert.True(Programs.Count >= 30, $"only {Programs.Count} programs");

    /// <summary>The ids that a program marks.</summary>
    internal static IEnumerable<string> IdsOf(string file) => MarkLine.Matches(File.ReadAllText(Path.Combine(UserProgram.Folder, file))).Select(match => match.Groups["id"].Value);

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(UserProgram.Folder, folder), "*.cs").Select(file => Path.Combine(folder, Path.GetFileName(file))).Order(StringComparer.Ordinal);

    private static IEnumerable<Mark> Marks(SyntaxTree tree)
    {
        var about = -1;
        var lines = tree.GetText(TestContext.Current.CancellationToken).Lines;
        for (var line = 0; line < lines.Count; line++)
        {
            if (MarkLine.Match(lines[line].ToString()) is { Success: true } mark)
            {
                yield return new Mark(tree.FilePath, about, mark.Groups["caret"].Index, mark.Groups["id"].Value, mark.Groups["words"].Value.Trim());
            }
            else
            {
                about = line;
            }
        }
    }

    [GeneratedRegex(@"^ *// *(?<caret>\^) (?<id>CG\d{4})(?<words>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkLine { get; }

    private sealed record Mark(string File, int Line, int Column, string Id, string Words);
}
