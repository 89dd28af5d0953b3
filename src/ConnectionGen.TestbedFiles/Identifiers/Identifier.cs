using System.Globalization;
using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>Names from a testbed file as C# identifiers. The generator writes with it and the analyzers read with it.</summary>
public static class Identifier
{
    /// <summary>
    /// The identifier of a name: split at every character that an identifier cannot hold, each part capitalised, joined;
    /// a <c>_</c> stays between two digits and precedes a leading digit.
    /// </summary>
    /// <param name="name">A device's or a path's name as the file has it.</param>
    /// <returns>The identifier; <c>_</c> for a name without any character that one can hold.</returns>
    /// <example><c>n7k-1</c> gives <c>N7k1</c>, <c>mgmt-if</c> <c>MgmtIf</c>, <c>Ethernet4/1</c> <c>Ethernet4_1</c>, <c>10.1.1.1</c> <c>_10_1_1_1</c>.</example>
    public static string FromName(string name)
    {
        var identifier = new StringBuilder(name.Length + 1);
        var split = true;
        foreach (var character in name)
        {
            if (!IsPart(character))
            {
                split = true;
                continue;
            }

            Append(identifier, character, split);
            split = false;
        }

        return identifier.Length == 0 ? "_" : identifier.ToString();
    }

    /// <summary>Whether a text can stand as an identifier in C# as it is, keywords aside.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text)
    {
        if (text.Length == 0 || !IsStart(text[0]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!IsPart(character))
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder identifier, char character, bool startsPart)
    {
        if (startsPart)
        {
            var betweenDigits = identifier.Length > 0 && char.IsDigit(identifier[identifier.Length - 1]) && char.IsDigit(character);
            character = char.ToUpperInvariant(character);
            if (betweenDigits || (identifier.Length == 0 && !IsStart(character)))
            {
                identifier.Append('_');
            }
        }

        identifier.Append(character);
    }

    private static bool IsStart(char character) =>
        character == '_' || char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    // Format characters are left out: the compiler ignores them, so that two names would be one.
    private static bool IsPart(char character) =>
        IsStart(character) || char.GetUnicodeCategory(character) is
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
