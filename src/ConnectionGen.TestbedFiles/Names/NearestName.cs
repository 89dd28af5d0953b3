namespace ConnectionGen.TestbedFiles;

/// <summary>Guesses which name was meant by a misspelt one.</summary>
public static class NearestName
{
    /// <summary>
    /// The allowed name that is most like a given one: the fewest letters inserted, left out, replaced or swapped with their neighbour,
    /// upper and lower case being alike. Null where none is near: at most one difference in a name of up to four letters, two up to eight, three beyond.
    /// Of equally near names the first is taken.
    /// </summary>
    /// <param name="name">The name that was found.</param>
    /// <param name="allowed">The names there are.</param>
    /// <example><code>NearestName.Find("mgnt", ["console", "mgmt"])   // "mgmt"</code></example>
    public static string? Find(string name, IEnumerable<string> allowed)
    {
        if (name.Length is 0 or > LongestName)
            return null;

        string? nearest = null;
        var limit = name.Length switch { <= 4 => 1, <= 8 => 2, _ => 3 } + 1;
        foreach (var candidate in allowed)
        {
            if (candidate.Length is 0 or > LongestName || Math.Abs(candidate.Length - name.Length) >= limit)
                continue;

            var distance = Distance(name, candidate, limit);
            if (distance >= Math.Min(limit, Math.Max(name.Length, candidate.Length)))
                continue;

            nearest = candidate;
            limit = distance;
            if (distance == 0)
                break;
        }

        return nearest;
    }

    /// <summary>
    /// What to say after «'mgnt' is no path of 'phoenix'»: <c>; did you mean 'mgmt'? There are console, mgmt.</c> Without a near name the question is left out,
    /// and without any name the list; a list of more than 20 names is cut.
    /// </summary>
    /// <param name="name">The name that was found.</param>
    /// <param name="allowed">The names there are.</param>
    public static string Advice(string name, IReadOnlyCollection<string> allowed)
    {
        if (allowed.Count == 0)
            return "; there are none.";

        var list = string.Join(", ", allowed.Take(LongestList)) + (allowed.Count > LongestList ? $" and {allowed.Count - LongestList} more" : "");
        var there = allowed.Count == 1 ? $"There is only {list}." : $"There are {list}.";
        return Find(name, allowed) is { } nearest ? $"; did you mean '{nearest}'? {there}" : $". {there}";
    }

    private const int LongestList = 20;

    // beyond this a name is no name, and comparing would cost
    private const int LongestName = 200;

    /// <summary>The edits between two names, or <paramref name="limit"/> where there are as many or more.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);

                best = Math.Min(best, row[j]);
            }

            if (best >= limit)
                return limit;

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
