namespace ConnectionGen;

/// <summary>Counts the texts that a value is made of, so that a few lines cannot ask for all time and memory.</summary>
internal sealed class ReferenceSteps
{
    /// <summary>The longest text that references may make, in UTF-16 units.</summary>
    public const int LongestText = 1_000_000;

    // references that lead to references; a longer chain goes in a circle
    private const int Deepest = 32;
    private const int Most = 10_000;

    private int _depth;
    private int _count;

    /// <summary>One text more; false where there are too many.</summary>
    public bool Enter() => ++_depth <= Deepest && ++_count <= Most;

    public void Leave() => _depth--;
}
