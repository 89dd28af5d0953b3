using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ConnectionGen.Simulation;

/// <summary>
/// A session as it was seen from the client: what was typed, what came, and when. Its text form has a line per piece:
/// <c>1.250 typed "show version\r"</c>, the seconds since the beginning, the direction, the text as a JSON string.
/// </summary>
/// <param name="entries">The pieces in their order.</param>
public sealed class SessionRecording(IReadOnlyList<TranscriptEntry> entries)
{
    /// <summary>The pieces in their order.</summary>
    public IReadOnlyList<TranscriptEntry> Entries { get; } = entries;

    /// <summary>Reads the text form. Empty lines and lines that begin with <c>#</c> are skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What exceptions call it.</param>
    /// <exception cref="FormatException">A line is not a piece; the message names it.</exception>
    public static SessionRecording Parse(string text, string name = "recording")
    {
        var entries = new List<TranscriptEntry>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is { Length: > 0 } piece && piece[0] != '#')
            {
                entries.Add(Piece(piece) ?? throw new FormatException($"{name}({number},1): not '<seconds> typed|sent \"<text>\"': {piece}"));
            }
        }

        return new SessionRecording(entries);
    }

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"{entry.At.TotalSeconds:0.000} {(entry.Direction == TranscriptDirection.Typed ? "typed" : "sent")} \"")
                .Append(JsonEncodedText.Encode(entry.Text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
                .Append("\"\n");
        }

        return text.ToString();
    }

    private static TranscriptEntry? Piece(string line)
    {
        var parts = line.Split(' ', 3);
        if (parts.Length != 3 || parts[1] is not ("typed" or "sent") || !double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 1e9)
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(parts[2]));
            return json.Read() && json.TokenType == JsonTokenType.String
                ? new TranscriptEntry(TimeSpan.FromSeconds(seconds), parts[1] == "typed" ? TranscriptDirection.Typed : TranscriptDirection.Sent, json.GetString()!)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
