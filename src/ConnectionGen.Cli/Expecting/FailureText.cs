using System.Globalization;
using System.Text;

namespace ConnectionGen.Cli.Expecting;

/// <summary>Says in a message what was awaited and what came: the last lines, without secrets, control characters escaped.</summary>
internal static class FailureText
{
    private const int TailBytes = 1024;
    private const int TailLines = 6;

    public static string Awaited(IReadOnlyList<TextPattern> patterns) => string.Join(", ", patterns);

    public static string Mode(Terminal terminal) => terminal.Mode is { } mode ? $" in mode {mode}" : "";

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>The last lines that came, as the end of a message.</summary>
    public static string LastLines(Terminal terminal) => LastLines(terminal.Redactor.RedactCutOff(terminal.Screen.ReadTail(TailBytes)));

    public static string LastLines(string text)
    {
        if (text.Length == 0)
            return "Nothing came.";
        var lines = text.Split('\n');
        var message = new StringBuilder("The last lines that came:");
        foreach (var line in lines.AsSpan(Math.Max(0, lines.Length - TailLines)))
            message.Append("\n  | ").Append(Escape(line));
        return message.ToString();
    }

    private static string Escape(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return line;
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (c < ' ')
                escaped.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
