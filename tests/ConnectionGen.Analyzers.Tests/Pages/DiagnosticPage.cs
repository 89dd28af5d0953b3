using System.Runtime.CompilerServices;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>A page of docs/diagnostics: what it shows as wrong, and as right.</summary>
internal sealed class DiagnosticPage(string id)
{
    private readonly string _text = File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n");

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, "..", "..", "..", "docs", "diagnostics"));

    /// <summary>The block of a language below a heading; null where there is none.</summary>
    public string? Block(string heading, string language)
    {
        var section = _text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
        return section.Split($"```{language}\n") is [_, var rest, ..] ? rest[..rest.IndexOf("```", StringComparison.Ordinal)] : null;
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
