using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Analyzers;

/// <summary>The phrases that messages share.</summary>
internal static class Wording
{
    // A list in a message is for reading; the editor's completion has all of it.
    private const int Shown = 12;

    public static string DidYouMean(string? nearest) => nearest is null ? "" : $" (did you mean '{nearest}'?)";

    public static string List(IReadOnlyCollection<string> names) => names.Count switch
    {
        0 => "none",
        <= Shown => string.Join(", ", names),
        _ => string.Join(", ", names.Take(Shown)) + $" and {names.Count - Shown} more",
    };

    /// <summary>As compilers print a place, with the file's name alone: <c>lab.yaml(12,5)</c>.</summary>
    public static string Place(FileRange range) => $"{FileName(range.File)}({range.Start.Line},{range.Start.Column})";

    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
