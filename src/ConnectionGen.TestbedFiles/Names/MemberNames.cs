using System.Globalization;
using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>How the devices and paths of a testbed file are called in C#.</summary>
public static class MemberNames
{
    /// <summary>
    /// The identifier of a name: split at every character that no identifier holds, each part capitalised, joined. A <c>_</c> stays
    /// between two digits and comes before a leading digit: <c>n7k-1</c> is <c>N7k1</c>, <c>Ethernet4/1</c> is <c>Ethernet4_1</c>.
    /// </summary>
    /// <param name="name">A device's or path's name.</param>
    /// <returns>A valid identifier, never a keyword; <c>_</c> where the name holds nothing that an identifier can.</returns>
    public static string Identifier(string name)
    {
        var identifier = new StringBuilder(name.Length + 1);
        var startsPart = true;
        var wasSplit = false;
        foreach (var c in name)
        {
            if (!IsPart(c))
            {
                wasSplit = true;
                startsPart = true;
                continue;
            }

            if (wasSplit && identifier.Length > 0 && char.IsDigit(c) && char.IsDigit(identifier[identifier.Length - 1]))
            {
                identifier.Append('_');
            }

            identifier.Append(startsPart ? char.ToUpperInvariant(c) : c);
            startsPart = c == '_';
            wasSplit = false;
        }

        if (identifier.Length == 0)
        {
            return "_";
        }

        // lower-case scripts without capitals may still spell a keyword only in ASCII, where the first letter is now a capital
        return IsStart(identifier[0]) ? identifier.ToString() : "_" + identifier;
    }

    /// <summary>
    /// The identifiers of several names, each different from the others and from those that are taken: a name that meets
    /// another gets a trailing <c>_</c>. The order of the names does not matter.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="taken">What the members may not be called, such as members of the class they go into.</param>
    /// <param name="companion">An ending with which the identifier must be free, too: devices also become a type, <c>{name}Device</c>.</param>
    /// <returns>The identifier of each name.</returns>
    public static IReadOnlyDictionary<string, string> Distinct(IEnumerable<string> names, IEnumerable<string> taken, string companion = "")
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.OrderBy(static n => n, StringComparer.Ordinal))
        {
            if (identifiers.ContainsKey(name))
            {
                continue;
            }

            var identifier = Identifier(name);
            while (used.Contains(identifier) || used.Contains(identifier + companion))
            {
                identifier += "_";
            }

            used.Add(identifier);
            used.Add(identifier + companion);
            identifiers.Add(name, identifier);
        }

        return identifiers;
    }

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
