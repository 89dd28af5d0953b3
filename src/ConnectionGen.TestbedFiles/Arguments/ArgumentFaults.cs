namespace ConnectionGen.TestbedFiles;

/// <summary>Collects what is wrong with the arguments of one block: CG2004, CG2007 and CG2008.</summary>
/// <param name="owner">Whose arguments they are, for messages: <c> of path 'mgmt' of device 'r1'</c>.</param>
/// <param name="problems">Where they go.</param>
internal sealed class ArgumentFaults(string owner, ProblemList problems)
{
    public bool Any { get; private set; }

    public void Wrong(YamlNode node, string key, string expected, string? advice = null)
    {
        Any = true;
        problems.Warning("CG2008", node, WrongValue.Message(key, owner, node, expected, advice));
    }

    public void Missing(YamlNode node, string key, string missing)
    {
        Any = true;
        problems.Warning("CG2004", node, $"'{key}'{owner} has no '{missing}'");
    }

    public void Unknown(YamlScalar found, string key, IReadOnlyCollection<string> known)
    {
        Any = true;
        problems.Warning("CG2007", found, $"'{found.Text}' is no key of '{key}'{owner}{NearestName.Advice(found.Text, known)}");
    }
}
