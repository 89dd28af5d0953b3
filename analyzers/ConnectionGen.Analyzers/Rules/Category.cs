namespace ConnectionGen.Analyzers;

/// <summary>The three subjects of diagnostics, as a category in the editor's lists.</summary>
internal static class Category
{
    public const string ConnectionClasses = "ConnectionGen.ConnectionClasses";

    public const string Calls = "ConnectionGen.Calls";

    public const string TestbedFiles = "ConnectionGen.TestbedFiles";
}
