namespace ConnectionGen.Analyzers;

/// <summary>The name that somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The nearest of the names, or null where none is near enough to be a slip of the fingers.</summary>
    public static string? Find(string asked, IEnumerable<string> names)
    {
        string? best = null;
        var least = Math.Max(2, (asked.Length / 3) + 1);
        foreach (var name in names)
        {
            var distance = Distance(asked.ToUpperInvariant(), name.ToUpperInvariant(), least);
            if (distance < least)
            {
                least = distance;
                best = name;
            }
        }

        return best;
    }

    // Edits between two texts, a swap of neighbours counted as one.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        var before = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
