using System.Text;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;

namespace ConnectionGen.Cli.Services;

/// <summary>Tells whether the last line is a prompt, of which mode, and how sure that is. What was a prompt once is known again without a search.</summary>
/// <param name="terminal">Where the line stands.</param>
/// <param name="platform">What prompts look like.</param>
/// <param name="names">What the testbed calls the device: its prompts most often do, too, so that the first is believed as soon as one that was learnt.</param>
internal sealed class PromptWatch(Terminal terminal, Platform platform, IReadOnlyList<string> names)
{
    private const int MostKnown = 64;
    private const int LongestLineAbove = 1024;

    private readonly List<(byte[] Line, byte[]? Above, Mode Mode)> _known = [];
    private readonly bool _needsLineAbove = platform.Modes.Any(static mode => mode.NeedsLineAbove);

    /// <summary>The device's name as its prompts show it; null until one was seen.</summary>
    public string? HostName { get; private set; }

    /// <summary>What is awaited, for messages.</summary>
    public IReadOnlyList<TextPattern> Patterns { get; } = [.. platform.Modes.Select(mode => new TextPattern($"{mode.Name} prompt", mode.Prompt))];

    /// <summary>How sure it is that a line is a prompt.</summary>
    public enum Certainty
    {
        /// <summary>It looks like one.</summary>
        Possible,

        /// <summary>It looks like one, and has the device's name.</summary>
        HasName,

        /// <summary>It was one before.</summary>
        Known,
    }

    public readonly record struct Sighting(Mode Mode, Certainty Certainty);

    public Sighting? Look()
    {
        var line = terminal.Screen.LastLine;
        if (line.IsEmpty)
            return null;
        foreach (var (known, above, mode) in _known)
        {
            if (IsKnown(line, known, above))
                return new Sighting(mode, Certainty.Known);
        }

        foreach (var mode in platform.Modes)
        {
            if (terminal.Searcher.MatchLastLine(mode.Prompt, out _) >= 0 && (!mode.NeedsLineAbove || HasLineAbove(mode)))
                return new Sighting(mode, HasName(ReadHostName(mode)) ? Certainty.HasName : Certainty.Possible);
        }

        return null;
    }

    /// <summary>How much of a line is a prompt that was seen before; 0 if it begins with none.</summary>
    public int KnownPromptLength(ReadOnlySpan<byte> line)
    {
        foreach (var (known, _, _) in _known)
        {
            var prompt = known.AsSpan().TrimEnd((byte)' ');
            if (line.StartsWith(prompt))
                return prompt.Length;
        }

        return 0;
    }

    /// <summary>What a prompt begins with, up to the end of the device's name; empty where the name is not in it.</summary>
    public ReadOnlySpan<byte> UpToHostName(ReadOnlySpan<byte> prompt)
    {
        if (HostName is null)
            return [];
        var name = Encoding.UTF8.GetBytes(HostName);
        return prompt.IndexOf(name) is var at and >= 0 ? prompt[..(at + name.Length)] : [];
    }

    /// <summary>True for a line that is a prompt with the device's name, of whichever mode.</summary>
    public bool IsPrompt(ReadOnlySpan<byte> line)
    {
        if (line.Length > LongestLineAbove)
            return false;
        var text = Encoding.UTF8.GetString(line);
        return platform.Modes.Any(mode => !mode.NeedsLineAbove && HasName(ReadHostName(mode, text)));
    }

    /// <summary>Remembers the last line, which turned out to be a prompt.</summary>
    public void Learn(Mode mode)
    {
        var line = terminal.Screen.LastLine;
        foreach (var (known, above, _) in _known)
        {
            if (IsKnown(line, known, above))
                return;
        }

        if (ReadHostName(mode) is { Length: > 0 } name && (HostName is null || !HasName(name)))
            HostName = name;
        if (_known.Count == MostKnown)
            _known.RemoveAt(0);
        _known.Insert(0, (line.ToArray(), _needsLineAbove ? terminal.Screen.LineAbove.ToArray() : null, mode));
    }

    /// <summary>True if the line above the last one belongs to the prompt of a mode.</summary>
    public bool HasLineAbove(Mode mode) =>
        mode.LineAbove is { } pattern && terminal.Screen.LineAbove is { IsEmpty: false, Length: < LongestLineAbove } above && pattern.IsMatch(Encoding.UTF8.GetString(above));

    private bool IsKnown(ReadOnlySpan<byte> line, byte[] known, byte[]? above) =>
        line.SequenceEqual(known) && (above is null || terminal.Screen.LineAbove.SequenceEqual(above));

    // Some devices cut a long name short in the prompts of inner modes.
    private bool HasName(string? name) =>
        !string.IsNullOrEmpty(name)
        && (HostName is null ? names.Contains(name, StringComparer.OrdinalIgnoreCase) : name == HostName || (name.Length >= 15 && HostName.StartsWith(name, StringComparison.Ordinal)));

    private string? ReadHostName(Mode mode) => ReadHostName(mode, Encoding.UTF8.GetString(terminal.Screen.LastLine));

    private static string? ReadHostName(Mode mode, string line)
    {
        var match = mode.Prompt.Match(line);
        return match.Success && match.Groups["host"] is { Success: true } host ? host.Value : null;
    }
}
