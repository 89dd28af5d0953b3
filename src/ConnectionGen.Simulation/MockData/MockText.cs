using System.Text;

namespace ConnectionGen.Simulation;

/// <summary>A text as a device prints it: UTF-8, every line end a CR LF. Made once and shared by all sessions.</summary>
public sealed class MockText
{
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';
    private readonly byte[] _bytes;

    private MockText(byte[] bytes, bool isPrompt)
    {
        _bytes = bytes;
        IsPrompt = isPrompt;
        HasHostName = bytes.AsSpan().IndexOf("%N"u8) >= 0;
        HasBareReturn = FindBareReturn(bytes);
    }

    /// <summary>No text at all.</summary>
    public static MockText Empty { get; } = new([], isPrompt: false);

    /// <summary>The bytes as they go out, before <c>%N</c> becomes the host name and before Telnet escapes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>True where nothing would be printed.</summary>
    public bool IsEmpty => _bytes.Length == 0;

    /// <summary>True where the text ends with a line end.</summary>
    public bool EndsLine => _bytes.Length > 0 && _bytes[^1] == Lf;

    internal bool HasHostName { get; }

    /// <summary>A CR without LF needs a NUL after it in Telnet.</summary>
    internal bool HasBareReturn { get; }

    private bool IsPrompt { get; }

    /// <summary>Makes a text: each LF without a CR before it becomes CR LF.</summary>
    /// <param name="text">The text; <c>%N</c> stands for the host name.</param>
    public static MockText From(string text) => text.Length == 0 ? Empty : new(WithReturns(Encoding.UTF8.GetBytes(text)), isPrompt: false);

    /// <summary>Makes a text of UTF-8 bytes: each LF without a CR before it becomes CR LF.</summary>
    /// <param name="utf8">The bytes. They are kept, not copied, where they need no change.</param>
    public static MockText From(byte[] utf8) => utf8.Length == 0 ? Empty : new(WithReturns(utf8), isPrompt: false);

    /// <summary>Makes a prompt: <c>%1B</c> stands for ESC, and <c>%N</c> is the host name whatever follows it.</summary>
    /// <param name="text">The prompt as mock data has it.</param>
    public static MockText Prompt(string text) => text.Length == 0
        ? Empty
        : new(WithReturns(Encoding.UTF8.GetBytes(text.Replace("%1B", "\x1b", StringComparison.Ordinal))), isPrompt: true);

    /// <summary>The text with CR LF line ends.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_bytes);

    /// <summary>The bytes with the host name in place of <c>%N</c>. In a response, <c>%N</c> before a letter or digit is a syslog facility and stays.</summary>
    internal ReadOnlyMemory<byte> For(string hostName)
    {
        if (!HasHostName)
        {
            return _bytes;
        }

        var result = new StringBuilder(_bytes.Length + hostName.Length);
        var text = Encoding.UTF8.GetString(_bytes);
        var done = 0;
        for (var at = text.IndexOf("%N", StringComparison.Ordinal); at >= 0; at = text.IndexOf("%N", at + 2, StringComparison.Ordinal))
        {
            if (IsPrompt || at + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 2]))
            {
                result.Append(text, done, at - done).Append(hostName);
                done = at + 2;
            }
        }

        return Encoding.UTF8.GetBytes(result.Append(text, done, text.Length - done).ToString());
    }

    private static byte[] WithReturns(byte[] text)
    {
        var missing = 0;
        for (var i = 0; i < text.Length; i++)
        {
            missing += text[i] == Lf && (i == 0 || text[i - 1] != Cr) ? 1 : 0;
        }

        if (missing == 0)
        {
            return text;
        }

        var result = new byte[text.Length + missing];
        var to = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Lf && (i == 0 || text[i - 1] != Cr))
            {
                result[to++] = Cr;
            }

            result[to++] = text[i];
        }

        return result;
    }

    private static bool FindBareReturn(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf(Cr); at >= 0;)
        {
            if (at + 1 == bytes.Length || bytes[at + 1] != Lf)
            {
                return true;
            }

            bytes = bytes[(at + 2)..];
            at = bytes.IndexOf(Cr);
        }

        return false;
    }
}
