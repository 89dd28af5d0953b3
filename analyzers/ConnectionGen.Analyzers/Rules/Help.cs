namespace ConnectionGen.Analyzers;

/// <summary>Where a diagnostic is explained.</summary>
internal static class Help
{
    /// <summary>The folder of the pages, relative to the repository.</summary>
    public const string Folder = "docs/diagnostics/";

    public static string Page(string id) => Folder + id + ".md";
}
