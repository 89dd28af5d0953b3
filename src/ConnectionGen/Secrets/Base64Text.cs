using System.Buffers.Text;

namespace ConnectionGen;

/// <summary>Base64 with <c>-</c> and <c>_</c> and with padding, as Python writes it; read with either alphabet, the padding optional.</summary>
internal static class Base64Text
{
    public static string Encode(byte[] bytes)
    {
        var text = Base64Url.EncodeToString(bytes);
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }

    /// <exception cref="FormatException">The text is no base64.</exception>
    public static byte[] Decode(string text) => Base64Url.DecodeFromChars(text.Replace('+', '-').Replace('/', '_'));
}
