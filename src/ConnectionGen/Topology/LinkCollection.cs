using System.ComponentModel;

namespace ConnectionGen;

/// <summary>
/// The links of a testbed: those that the topology's <c>links:</c> describes, then those that only interfaces name. A testbed class has a member
/// for each that the compiled file has.
/// </summary>
/// <example><code>
/// foreach (var link in lab.Links)
///     Console.WriteLine($"{link.Name}: {string.Join(" - ", link.Interfaces)}");
/// Link core = lab.Links.Core;
/// </code></example>
public class LinkCollection : NamedCollection<Link>
{
    private readonly string _testbed;

    /// <summary>For generated testbed classes.</summary>
    /// <param name="testbed">The testbed.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal LinkCollection(Testbed testbed)
        : base(Of(testbed)) => _testbed = testbed.Name;

    private protected override string NameOf(Link item) => item.Name;

    private protected override string AliasOf(Link item) => item.Alias;

    private protected override string Missing(string name) => $"Testbed '{_testbed}' has no link '{name}'";

    private static IReadOnlyList<Link> Of(Testbed testbed)
    {
        ArgumentNullException.ThrowIfNull(testbed);
        return testbed.Topology.Links;
    }
}
