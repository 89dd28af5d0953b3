namespace ConnectionGen.Cli.Transports;

/// <summary>
/// Which algorithms to offer, in the form that OpenSSH uses: a list in order of preference; with <c>+</c> before it, those are added at the end;
/// with <c>-</c>, removed; with <c>^</c>, put first.
/// </summary>
/// <param name="Text">The list, separated by commas; null for the library's own.</param>
internal readonly record struct AlgorithmChoice(string? Text)
{
    /// <summary>Applies the choice to what is offered otherwise.</summary>
    /// <param name="offered">What is offered otherwise, in order.</param>
    /// <param name="known">What the library can do.</param>
    /// <param name="unknown">Gets the names that the library does not know.</param>
    public IReadOnlyList<string> Apply(IReadOnlyList<string> offered, IReadOnlyCollection<string> known, ICollection<string> unknown)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return offered;
        var sign = Text[0];
        var names = Text.TrimStart('+', '-', '^').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (sign == '-')
            return [.. offered.Where(name => !names.Any(pattern => Matches(pattern, name)))];
        var wanted = new List<string>();
        foreach (var pattern in names)
        {
            var matching = known.Where(name => Matches(pattern, name)).ToList();
            wanted.AddRange(matching);
            if (matching.Count == 0)
                unknown.Add(pattern);
        }

        return sign switch
        {
            '+' => [.. offered, .. wanted.Except(offered, StringComparer.Ordinal)],
            '^' => [.. wanted, .. offered.Except(wanted, StringComparer.Ordinal)],
            _ => wanted,
        };
    }

    private static bool Matches(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == name;
}
