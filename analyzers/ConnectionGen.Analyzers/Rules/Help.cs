namespace ConnectionGen.Analyzers;

/// <summary>Where a diagnostic is explained: a page in the repository, which the package brings along.</summary>
internal static partial class Help
{
    /// <summary>The folder of the pages, in the repository and in the package.</summary>
    public const string Folder = "docs/diagnostics/";

    /// <summary>The page's address: on the web where the build knows the repository's, else its place in the package.</summary>
    public static string Page(string id) => Address + Folder + id + ".md";

    /// <summary>What a rule is for, and where more of it stands; editors show it when a diagnostic is unfolded.</summary>
    public static string About(string id, string what) => $"{what} More in {Folder}{id}.md, in the repository and in the package.";
}
