using System.Globalization;

namespace ConnectionGen.Measures;

/// <summary>What was found, and what is wanted.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Found">What was found.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Wanted">The limit; null where the figure only stands beside others.</param>
/// <param name="IsLeast">True where the limit is the least that is wanted, not the most.</param>
internal sealed record Figure(string What, double Found, string Unit, double? Wanted = null, bool IsLeast = false)
{
    public bool Holds => Wanted is not { } limit || (IsLeast ? Found >= limit : Found <= limit);

    public string Limit => Wanted is { } limit ? string.Create(CultureInfo.InvariantCulture, $"at {(IsLeast ? "least" : "most")} {limit} {Unit}") : "";

    public string FoundText => string.Create(CultureInfo.InvariantCulture, $"{(Unit == "times" ? Math.Round(Found, 2) : Math.Round(Found))} {Unit}");

    /// <summary>One line, for the process that gathers the figures of several.</summary>
    public string ToLine() => string.Join('\t', Found.ToString("R", CultureInfo.InvariantCulture), Unit, Wanted?.ToString(CultureInfo.InvariantCulture), IsLeast, What);

    public static Figure Parse(string line)
    {
        var parts = line.Split('\t');
        return new(
            parts[4],
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            parts[1],
            parts[2].Length == 0 ? null : double.Parse(parts[2], CultureInfo.InvariantCulture),
            bool.Parse(parts[3]));
    }
}
