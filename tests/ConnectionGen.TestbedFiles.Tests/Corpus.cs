using System.Text;
using System.Text.RegularExpressions;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>The example files: valid ones give no warning and no error; each invalid one names what is expected in a comment <c># expect CG2005 4,23; …</c>.</summary>
internal static partial class Corpus
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>The files of a folder but those that only serve others, relative to it.</summary>
    public static TheoryData<string> Files(string kind) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, kind), "*.yaml", SearchOption.AllDirectories)
            .Where(static file => !Path.GetFileName(file).StartsWith('_'))
            .Select(file => Path.GetRelativePath(Path.Combine(Folder, kind), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's text with its byte order mark, if it has one.</summary>
    public static string Text(string kind, string name) => new UTF8Encoding(false).GetString(File.ReadAllBytes(Path.Combine(Folder, kind, name)));

    public static TestbedDocument Read(string kind, string name) =>
        TestbedReader.Read(Text(kind, name), name, other => File.Exists(Path.Combine(Folder, kind, other)) ? Text(kind, other) : null);

    /// <summary>What a file says is wrong with it, in file order.</summary>
    public static IReadOnlyList<string> Expected(string text) =>
        [.. Expectation().Matches(text).SelectMany(static match => match.Groups[1].Value.Split(';', StringSplitOptions.TrimEntries))];

    public static IEnumerable<string> Found(TestbedDocument document) =>
        document.Problems.Where(static problem => problem.Severity != ProblemSeverity.Info)
            .Select(static problem => $"{problem.Id} {problem.Range.Start.Line},{problem.Range.Start.Column}");

    [GeneratedRegex(@"# expect (CG[^\r\n]*)")]
    private static partial Regex Expectation();
}
