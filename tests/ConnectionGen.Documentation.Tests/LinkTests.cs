using System.Text.RegularExpressions;

namespace ConnectionGen.Documentation.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> All => [.. Pages.All];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_link_to_a_file_and_a_heading_leads_there(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Pages.Root, page))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(Pages.Root, page))).Select(static link => link.Groups["to"].Value).Where(static to => !to.Contains("://", StringComparison.Ordinal)).ToArray();

        Assert.All(links, to => Assert.True(Leads(to.Split('#'), folder, Path.Combine(Pages.Root, page)), to));
    }

    private static bool Leads(string[] to, string folder, string page)
    {
        var file = to[0].Length == 0 ? page : Path.Combine(folder, to[0]);
        return Directory.Exists(file) || (File.Exists(file) && (to.Length == 1 || File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line) == to[1])));
    }

    // as GitHub makes it
    private static string Anchor(string heading) => NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}\- ]")]
    private static partial Regex NoAnchor();
}
