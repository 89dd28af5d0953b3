using System.Text;
using System.Text.RegularExpressions;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>
/// The example files. Each invalid one names what is expected in comments with the text that shall be underlined, such as <c># warning CG2005 4,23 mgnt</c>;
/// the file's name stands before the line where it is another one: <c># error CG2013 _base.yaml:1,10 x.yaml</c>. What is only worth knowing is judged where a file has an <c># info</c>.
/// </summary>
internal static partial class Corpus
{
    private const int LongestText = 60;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>The files of a folder but those that only serve others, relative to it.</summary>
    public static TheoryData<string> Files(string kind) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, kind), "*.yaml", SearchOption.AllDirectories)
            .Where(static file => !Path.GetFileName(file).StartsWith('_'))
            .Select(file => Path.GetRelativePath(Path.Combine(Folder, kind), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string kind, string name) => Path.Combine(Folder, kind, name).Replace('\\', '/');

    /// <summary>A file's text with its byte order mark, if it has one.</summary>
    public static string Text(string kind, string name) => Text(PathOf(kind, name));

    public static string Text(string path) => new UTF8Encoding(false).GetString(File.ReadAllBytes(path));

    public static TestbedDocument Read(string path) => TestbedReader.Read(Text(path), path, static other => File.Exists(other) ? Text(other) : null);

    /// <summary>What a file says is wrong with it.</summary>
    public static IReadOnlyList<string> Expected(string text) => [.. Expectation().Matches(text).Select(static match => match.Groups[1].Value.TrimEnd())];

    /// <summary>A problem as an expectation is written.</summary>
    public static string Written(Verdict found, string mainFile)
    {
        var other = found.File == mainFile ? "" : Path.GetFileName(found.File) + ":";
        return $"{found.Severity.ToString().ToLowerInvariant()} {found.Id} {other}{found.Line},{found.Column} {Shown(found.Underlined)}".TrimEnd();
    }

    private static string Shown(string text)
    {
        var line = text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
        return line.Length <= LongestText ? line : $"{line[..30]} … {line[^20..]}";
    }

    [GeneratedRegex(@"# ((?:error|warning|info) CG[^\r\n]*)")]
    private static partial Regex Expectation();
}

/// <summary>One thing that the build or loading says of a file.</summary>
internal sealed record Verdict(string Id, ProblemSeverity Severity, string File, int Line, int Column, string Underlined, string Message)
{
    public override string ToString() => $"{Path.GetFileName(File)}({Line},{Column}): {Severity} {Id} '{Underlined}': {Message}";
}
