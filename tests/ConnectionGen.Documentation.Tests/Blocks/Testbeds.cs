namespace ConnectionGen.Documentation.Tests;

/// <summary>
/// The testbed files of a page: blocks whose first line is their name, <c># lab.yaml</c>, and what is beside them: the page's own in
/// <c>Preambles/Testbeds/{page}</c>, and a <c>lab.yaml</c> for all pages.
/// </summary>
internal static class Testbeds
{
    public static IReadOnlyList<(string Name, string Text)> Of(string page)
    {
        var shown = Pages.BlocksOf(page).Where(static one => one.Language == "yaml" && one.Text.StartsWith("# ", StringComparison.Ordinal))
            .Select(static one => (Name: one.Text.Split('\n')[0][2..], one.Text)).Where(static one => one.Name.EndsWith(".yaml", StringComparison.Ordinal));
        var folder = Path.Combine(Pages.Preambles, "Testbeds");
        return [.. shown.Concat(Files(Path.Combine(folder, Path.GetFileNameWithoutExtension(page)))).Concat(Files(folder)).DistinctBy(static one => one.Name)];
    }

    private static IEnumerable<(string Name, string Text)> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Select(static file => (Path.GetFileName(file), File.ReadAllText(file))) : [];
}
