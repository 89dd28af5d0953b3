namespace ConnectionGen.TestbedFiles;

/// <summary>CG2011: names of devices, paths, interfaces and links that become another identifier than they would alone.</summary>
public sealed class MemberNameCheck
{
    private readonly TestbedDocument _document;
    private readonly List<TestbedProblem> _problems = [];

    private MemberNameCheck(TestbedDocument document) => _document = document;

    /// <summary>What the class of every testbed says of a file, whatever it is called.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<TestbedProblem> Run(TestbedDocument document, CancellationToken cancellationToken) => Run(document, MemberNames.OfTestbed, "", cancellationToken);

    /// <summary>What one class says of its file.</summary>
    /// <param name="document">The testbed.</param>
    /// <param name="taken">The members of the class that are none of a device, those of every testbed included.</param>
    /// <param name="testbedClass">The class's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<TestbedProblem> Run(TestbedDocument document, IEnumerable<string> taken, string testbedClass, CancellationToken cancellationToken)
    {
        var check = new MemberNameCheck(document);
        check.Devices(taken, testbedClass);
        check.Topology(TopologyNames.OfLinks(document), "the class of a testbed's links has a member of that name");
        foreach (var device in document.Devices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            check.Names(device.Paths.Select(static path => path.Key), MemberNames.OfVia, "", static _ => "every class has a member of that name");
            check.Topology(TopologyNames.OfInterfaces(document, device.Name), "the class of a device's interfaces has a member of that name");
        }

        return check._problems;
    }

    private void Devices(IEnumerable<string> taken, string testbedClass) => Names(
        _document.Devices.Select(static device => device.Key),
        taken,
        "Device",
        alone => MemberNames.OfTestbed.Contains(alone, StringComparer.Ordinal) ? "every testbed has a member of that name" : $"a member of '{testbedClass}' is called that");

    private void Names(IEnumerable<YamlScalar> names, IEnumerable<string> taken, string companion, Func<string, string> becauseTaken)
    {
        var keys = names.GroupBy(static key => key.Text, StringComparer.Ordinal).Select(static group => group.Last()).ToArray();
        Names(keys, MemberNames.Distinct(keys.Select(static key => key.Text), taken, companion), becauseTaken);
    }

    private void Topology(IReadOnlyList<TopologyName> all, string becauseTaken)
    {
        if (all.Count == 0)
        {
            return;
        }

        var members = TopologyMembers.Of([.. all.Select(static one => (one.Name.Text, one.Alias?.Text))]);
        Names([.. all.Select(static one => one.Name)], members.ToDictionary(static member => member.Name, static member => member.Identifier, StringComparer.Ordinal), _ => becauseTaken);
        Aliases(all, members.ToDictionary(static member => member.Identifier, StringComparer.Ordinal), becauseTaken);
    }

    /// <summary>An alias has no member of its own where a name, or the alias of another, has its identifier.</summary>
    private void Aliases(IReadOnlyList<TopologyName> all, Dictionary<string, TopologyMember> members, string becauseTaken)
    {
        var names = new HashSet<string>(all.Select(static one => one.Name.Text), StringComparer.Ordinal);
        foreach (var one in all)
        {
            if (one.Alias is not { } alias)
            {
                continue;
            }

            var identifier = Identifier.FromName(alias.Text);
            // a member that is called after an alias has the name beside it
            var target = !members.TryGetValue(identifier, out var member) ? null : names.Contains(member.Name) ? member.Name : member.Other;
            if (target != one.Name.Text)
            {
                Add(alias, null, $"the alias '{alias.Text}' gets no member in C#, because {(target is null ? becauseTaken : $"'{identifier}' stands for '{target}'")}");
            }
        }
    }

    private void Names(IReadOnlyList<YamlScalar> keys, IReadOnlyDictionary<string, string> identifiers, Func<string, string> becauseTaken)
    {
        foreach (var key in keys)
        {
            var (alone, identifier) = (Identifier.FromName(key.Text), identifiers[key.Text]);
            if (identifier == alone)
            {
                continue;
            }

            var other = keys.FirstOrDefault(k => k.Text != key.Text && Identifier.FromName(k.Text) == alone);
            var reason = other is null ? becauseTaken(alone) : $"'{other.Text}' becomes '{identifiers[other.Text]}'";
            Add(key, other, $"'{key.Text}' becomes '{identifier}' in C#, because {reason}");
        }
    }

    private void Add(YamlScalar at, YamlScalar? related, string message) => _problems.Add(new TestbedProblem("CG2011", ProblemSeverity.Info, at.Range, message) { Related = related?.Range });
}
