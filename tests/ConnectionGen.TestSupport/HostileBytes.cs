using System.Text;

namespace ConnectionGen.TestSupport;

/// <summary>Files with mistakes at random, in bytes and in words.</summary>
public static class HostileBytes
{
    private static readonly string[] s_words =
    [
        "\n", "\r\n", "\r", "  ", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!t ", "|", ">-", "|2", "'", "\"", "\\", "%", "%{", "%{self.", "%ENV{", "%INTF{", "@", "`",
        "<<: ", "<<: *a", "---\n", "...\n", "\uFEFF", "\0", "\u0085", "\u2028", "😀", "devices:", "connections:", "defaults: {via: x}", "extends: a", "credentials:", "~", "99999999999999999999", "-1",
        "<<<<<<< a\n", "=======\n", ">>>>>>> b\n",
    ];

    /// <summary>A file with one to eight mistakes: bytes changed, left out, doubled or put in, words put in, or a stretch of it moved.</summary>
    /// <param name="file">The file without mistakes.</param>
    /// <param name="seed">Chooses the mistakes.</param>
    public static byte[] Mistaken(byte[] file, int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(file);
        for (var mistakes = random.Next(1, 9); mistakes > 0; mistakes--)
        {
            var at = random.Next(bytes.Count + 1);
            var count = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, count);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 4:
                    var moved = bytes.GetRange(at, count);
                    bytes.RemoveRange(at, count);
                    bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_words[random.Next(s_words.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
