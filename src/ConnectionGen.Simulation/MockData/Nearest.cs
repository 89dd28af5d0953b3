namespace ConnectionGen.Simulation;

/// <summary>"Did you mean": the name closest to one that does not exist.</summary>
internal static class Nearest
{
    public static string Hint(string wrong, IEnumerable<string> names)
    {
        string? best = null;
        var least = Math.Max(2, wrong.Length / 3) + 1;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - wrong.Length) < least && Distance(wrong, name) is var distance && distance < least)
            {
                (best, least) = (name, distance);
            }
        }

        return best is null ? "" : $"; did you mean '{best}'?";
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
