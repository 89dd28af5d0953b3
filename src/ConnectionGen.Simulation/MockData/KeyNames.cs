using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>The bytes of a key's name: <c>ctrl-ad</c> is Ctrl-A then d, <c>ctrl-\]</c> is Ctrl-]; other names are themselves.</summary>
internal static class KeyNames
{
    private const string Control = "ctrl-";

    public static byte[] Bytes(string name)
    {
        if (!name.StartsWith(Control, StringComparison.OrdinalIgnoreCase) || name.Length == Control.Length)
        {
            return Encoding.UTF8.GetBytes(name);
        }

        var keys = Unescaped(name[Control.Length..]);
        var bytes = Encoding.UTF8.GetBytes(keys);
        bytes[0] = bytes[0] == (byte)'?' ? (byte)0x7f : (byte)(char.ToUpperInvariant(keys[0]) & 0x1f);
        return bytes;
    }

    /// <summary>The name of typed bytes: <c>ctrl-c</c> for what begins with a control character, else the text itself.</summary>
    public static string Name(string typed) => typed.Length > 0 && typed[0] is > '\0' and < ' '
        ? Control + (char.IsAsciiLetterUpper((char)(typed[0] + 0x40)) ? ((char)(typed[0] + 0x60)).ToString() : "\\" + (char)(typed[0] + 0x40)) + typed[1..]
        : typed;

    /// <summary>Back-slashes before punctuation fall away; one that stands alone is itself.</summary>
    private static string Unescaped(string keys)
    {
        var plain = keys.Replace("\\", "", StringComparison.Ordinal);
        return plain.Length == 0 ? "\\" : plain;
    }
}
