using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Analyzers;

/// <summary>A <c>Testbed</c> item of the project, read.</summary>
internal sealed class TestbedItem
{
    private const string IsTestbed = "build_metadata.AdditionalFiles.ConnectionGenTestbed";
    private const string LinkOf = "build_metadata.AdditionalFiles.ConnectionGenLink";

    private TestbedItem(string path, string? link, SourceText text, TestbedDocument document)
    {
        Path = path;
        Link = link;
        Text = text;
        Document = document;
        IsWhole = document is { Root: not null, IsComplete: true } && document.Problems.All(problem => problem.Id != TestbedFileRules.NotYaml);
    }

    /// <summary>The file's path as the compiler got it.</summary>
    public string Path { get; }

    /// <summary>The relative path under which it is copied beside the program, where the build says one.</summary>
    public string? Link { get; }

    public SourceText Text { get; }

    public TestbedDocument Document { get; }

    /// <summary>How messages call the file.</summary>
    public string Name => Link ?? Wording.FileName(Path);

    /// <summary>False where the file breaks off or takes devices from elsewhere, so that what is absent may still exist.</summary>
    public bool IsWhole { get; }

    /// <summary>The item that a file is, or null where it is another kind of additional file.</summary>
    public static TestbedItem? From(AdditionalText file, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var metadata = options.AnalyzerConfigOptionsProvider.GetOptions(file);
        if (!metadata.TryGetValue(IsTestbed, out var isTestbed) || !string.Equals(isTestbed, "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        metadata.TryGetValue(LinkOf, out var link);
        var text = file.GetText(cancellationToken) ?? SourceText.From("");
        return new TestbedItem(file.Path, string.IsNullOrEmpty(link) ? null : link!.Replace('\\', '/'), text, TestbedReadings.Read(text, file.Path, options, cancellationToken));
    }

    /// <summary>Whether a path leads to the file.</summary>
    public bool IsAt(string path) => path == Path || path.Replace('\\', '/') == Path.Replace('\\', '/');

    /// <summary>A stretch of the file as the compiler reports it.</summary>
    public Location Locate(FileRange range)
    {
        if (!IsAt(range.File))
        {
            return Elsewhere(range);
        }

        var start = Offset(range.Start);
        var span = TextSpan.FromBounds(start, Math.Max(start, Offset(range.End)));
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    // In a file that this one extends or includes.
    private static Location Elsewhere(FileRange range) => Location.Create(
        range.File,
        TextSpan.FromBounds(range.Start.Offset, Math.Max(range.Start.Offset, range.End.Offset)),
        new LinePositionSpan(Position(range.Start), Position(range.End)));

    private static LinePosition Position(FilePosition position) => new(Math.Max(position.Line - 1, 0), Math.Max(position.Column - 1, 0));

    private int Offset(FilePosition position)
    {
        if (position.Line < 1)
        {
            return 0;
        }

        if (position.Line > Text.Lines.Count)
        {
            return Text.Length;
        }

        var line = Text.Lines[position.Line - 1];
        return Math.Min(line.Start + Math.Max(position.Column - 1, 0), line.End);
    }
}
