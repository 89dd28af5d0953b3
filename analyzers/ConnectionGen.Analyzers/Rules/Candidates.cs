using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>What a wrong name could be replaced by; travels with the diagnostic to its fix.</summary>
internal static class Candidates
{
    private const string Key = "candidates";

    // A light bulb with more entries than this helps nobody.
    private const int Most = 8;

    /// <summary>Keeps the names, the nearest first.</summary>
    public static ImmutableDictionary<string, string?> Of(string? nearest, IEnumerable<string> names)
    {
        var others = names.Where(name => name != nearest).Distinct(StringComparer.Ordinal);
        var ordered = nearest is null ? others : others.Prepend(nearest);
        return ImmutableDictionary<string, string?>.Empty.Add(Key, string.Join("\n", ordered.Take(Most)));
    }

    public static IReadOnlyList<string> From(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Key, out var names) && names is { Length: > 0 } ? names.Split('\n') : [];
}
