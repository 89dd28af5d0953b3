using Xunit.v3;

namespace ConnectionGen.TestSupport;

/// <summary>Says which behaviours of docs/behaviours.md a test shows, by their ids. A filter can ask for them: <c>--filter-trait Behaviour=CM-01</c>.</summary>
/// <param name="ids">The ids, such as <c>CM-01</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BehaviourAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids => ids;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. ids.Select(static id => KeyValuePair.Create("Behaviour", id))];
}
