using System.Collections.Immutable;

namespace ConnectionGen.Analyzers;

/// <summary>Which testbed files an expression may stand for.</summary>
/// <param name="Items">Each of them may be meant; empty where nothing is known.</param>
/// <param name="IsForeign">True where it is a file that this project does not hold.</param>
internal sealed record TestbedAnswer(ImmutableArray<TestbedItem> Items, bool IsForeign)
{
    public static readonly TestbedAnswer Unknown = new([], IsForeign: false);

    public static readonly TestbedAnswer Foreign = new([], IsForeign: true);

    public static TestbedAnswer Each(IEnumerable<TestbedAnswer> answers)
    {
        var all = answers.ToArray();
        return new([.. all.SelectMany(answer => answer.Items).Distinct()], all.Any(answer => answer.IsForeign));
    }
}
