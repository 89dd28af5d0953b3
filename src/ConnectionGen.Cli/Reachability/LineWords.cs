using System.Buffers;

namespace ConnectionGen.Cli.Reachability;

/// <summary>The words of a line, from what was asked for and what the platform calls it.</summary>
/// <param name="unsupported">Makes the exception for what the platform has no word for.</param>
internal sealed class LineWords(Func<string, Exception> unsupported)
{
    private static readonly SearchValues<char> s_letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/%_@,+-");

    private readonly List<string> _words = [];

    /// <summary>The first of what the platform has no word for, in the user's words; null if there is none.</summary>
    public string? Unknown { get; private set; }

    public void Add(string asked, string? words, string? value) => Add(asked, words, value is not null, word => word.Replace("{value}", Checked(value!, asked), StringComparison.Ordinal));

    public void Add(string asked, string? words, int? value) => Add(asked, words, value is not null, word => word.Replace("{value}", FormattableString.Invariant($"{Positive(value!.Value, asked)}"), StringComparison.Ordinal));

    public void Add(string asked, string? words, bool value) => Add(asked, words, value, static word => word);

    /// <summary>A time, in seconds or milliseconds as the platform wants it.</summary>
    public void Add(string asked, string? words, TimeSpan? value) => Add(asked, words, value is not null, word => word
        .Replace("{value}", FormattableString.Invariant($"{Seconds(value!.Value, asked)}"), StringComparison.Ordinal)
        .Replace("{milliseconds}", FormattableString.Invariant($"{(long)value.Value.TotalMilliseconds}"), StringComparison.Ordinal));

    /// <summary>Puts the words into the platform's line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="address">Whom it is for.</param>
    /// <param name="vrf">What names the VRF; null for none.</param>
    /// <param name="anyway">True if what the platform has no word for is said in another way.</param>
    public string Into(string line, string address, string? vrf, bool anyway = false) => Unknown is { } unknown && !anyway
        ? throw unsupported(unknown)
        : string.Join(' ', line
            .Replace("{address}", address, StringComparison.Ordinal)
            .Replace("{vrf}", vrf ?? "", StringComparison.Ordinal)
            .Replace("{options}", string.Join(' ', _words), StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One word; nothing that a shell or a command line would take for more.</summary>
    public static string Checked(string value, string asked) =>
        value.Length > 0 && value[0] != '-' && value.AsSpan().IndexOfAnyExcept(s_letters) < 0
            ? value
            : throw new ArgumentException($"'{value}' is no {asked}: letters, digits and . : / % _ @ , + - are allowed, and the first is no -.", nameof(value));

    public static int Positive(int value, string asked) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {asked} is not negative.");

    public static int Seconds(TimeSpan value, string asked) =>
        value >= TimeSpan.Zero ? (int)Math.Ceiling(value.TotalSeconds) : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {asked} is not negative.");

    private void Add(string asked, string? words, bool isAsked, Func<string, string> fill)
    {
        if (!isAsked)
            return;
        if (words is null)
            Unknown ??= asked;
        else
            _words.Add(fill(words));
    }
}
