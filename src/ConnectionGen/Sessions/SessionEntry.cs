using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConnectionGen;

/// <summary>Who said a piece of a session.</summary>
public enum SessionDirection
{
    /// <summary>It was sent to the device.</summary>
    Typed,

    /// <summary>It came from the device, the echo included.</summary>
    Received,
}

/// <summary>
/// A piece of a recorded session. Its text form is one line of a record's file: <c>1.250 typed "show version\r"</c>, the seconds since the link was
/// opened, <c>typed</c> or <c>sent</c> (by the device), the text as a JSON string.
/// </summary>
/// <param name="At">The time since the link was opened.</param>
/// <param name="Direction">Who said it.</param>
/// <param name="Text">The text, with <c>***</c> in place of secrets. What belongs to no text of UTF-8 is <c>U+FFFD</c>.</param>
public sealed record SessionEntry(TimeSpan At, SessionDirection Direction, string Text)
{
    private const string TypedWord = "typed";
    private const string ReceivedWord = "sent";

    /// <summary>Reads a line of a record's file.</summary>
    /// <param name="line">The line; blanks around it do not matter.</param>
    /// <param name="entry">The piece; null where the line is none: an empty one, a remark that begins with <c>#</c>, one that was cut off.</param>
    /// <example><code>
    /// foreach (var line in File.ReadLines("r1.txt"))
    /// {
    ///     if (SessionEntry.TryParse(line, out var entry))
    ///         Console.WriteLine($"{entry.At} {entry.Direction}: {entry.Text}");
    /// }
    /// </code></example>
    public static bool TryParse(string line, [NotNullWhen(true)] out SessionEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(line);
        entry = line.Trim().Split(' ', 3) is [var time, TypedWord or ReceivedWord, var text] parts && Seconds(time) is { } at && Unquoted(text) is { } said
            ? new SessionEntry(at, parts[1] == TypedWord ? SessionDirection.Typed : SessionDirection.Received, said)
            : null;
        return entry is not null;
    }

    /// <summary>The line of a record's file, without its end.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At.TotalSeconds:0.000} {(Direction == SessionDirection.Typed ? TypedWord : ReceivedWord)} \"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(Text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    private static string? Unquoted(string text)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return json.Read() && json.TokenType == JsonTokenType.String && json.GetString() is { } said && !json.Read() ? said : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
