using System.Text.RegularExpressions;

namespace ConnectionGen.Tests.Behaviours;

/// <summary>A test that carries an id: the attribute's argument, the method after it, and its file under the repository.</summary>
internal sealed record CarriedId(string Id, string Test, string File);

/// <summary>Finds which tests carry which ids, in the sources of all test projects: so no assembly is loaded, and a test that is not built here is found, too.</summary>
internal static partial class CarriedIds
{
    public static IReadOnlyList<CarriedId> Under(string root)
        => [.. Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => In(File.ReadAllText(Path.Combine(root, file)), file))];

    public static IEnumerable<CarriedId> In(string source, string file)
        => Attribute().Matches(source).SelectMany(
            attribute => Id().Matches(attribute.Groups["ids"].Value),
            (attribute, id) => new CarriedId(id.Groups["id"].Value, attribute.Groups["test"].Value, file));

    // the method is the first name before a parenthesis after an access modifier; other attributes may stand between
    [GeneratedRegex("""\bBehaviour\((?<ids>\s*"[^)]*)\).*?\bpublic\s[^(;=]*?(?<test>\w+)\(""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Attribute();

    [GeneratedRegex("""
        "(?<id>[^"]*)"
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();
}
