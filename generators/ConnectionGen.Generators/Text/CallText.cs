namespace ConnectionGen.Generators;

/// <summary>What several values become when they travel as one: nothing, the value itself, or a named tuple.</summary>
internal static class CallText
{
    private static readonly HashSet<string> s_tupleMembers =
        new(StringComparer.Ordinal) { "Rest", "CompareTo", "Deconstruct", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "ToTuple" };

    /// <summary>The values as one expression.</summary>
    public static string Pack(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "default(global::System.ValueTuple)",
        1 => names[0],
        _ => "(" + string.Join(", ", names.Select(static n => Element(n) == n ? n : Element(n) + ": " + n)) + ")",
    };

    /// <summary>Each value out of what <see cref="Pack"/> made.</summary>
    public static IReadOnlyList<string> Unpack(IReadOnlyList<string> names, string from) =>
        names.Count == 1 ? [from] : [.. names.Select(n => from + "." + Element(n))];

    /// <summary>A name that none of the others has.</summary>
    public static string Free(string name, IEnumerable<string> others)
    {
        var taken = new HashSet<string>(others.Select(static o => o.TrimStart('@')), StringComparer.Ordinal);
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    // names that a tuple's element cannot have or would hide
    private static string Element(string name) =>
        s_tupleMembers.Contains(name) || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip(4).All(char.IsDigit)) ? name + "_" : name;
}
