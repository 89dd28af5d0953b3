namespace ConnectionGen.Cli.Expecting;

/// <summary>What a wait has found.</summary>
/// <param name="Pattern">The pattern that matched.</param>
/// <param name="Index">Its place among those that were awaited.</param>
/// <param name="Before">The text that came before the match since the last match.</param>
/// <param name="Value">The text that matched.</param>
public sealed record TextMatch(TextPattern Pattern, int Index, string Before, string Value);
