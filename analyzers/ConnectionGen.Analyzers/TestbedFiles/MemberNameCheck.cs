using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>CG2011: names of devices, paths, interfaces and links that become another identifier than they would alone.</summary>
internal static class MemberNameCheck
{
    public static void Run(SymbolAnalysisContext context, INamedTypeSymbol testbed, LibraryTypes library, TestbedItem item)
    {
        var devices = item.Document.Devices;
        Check(context, item, devices.Select(device => device.Key), Members(testbed, library), "Device", $"a member of '{testbed.Name}' is called that");
        Check(context, item, TopologyNames.OfLinks(item.Document), "the class of a testbed's links has a member of that name");
        foreach (var device in devices)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Check(context, item, device.Paths.Select(path => path.Key), MemberNames.OfVia, "", "every class has a member of that name");
            Check(context, item, TopologyNames.OfInterfaces(item.Document, device.Name), "the class of a device's interfaces has a member of that name");
        }
    }

    private static void Check(SymbolAnalysisContext context, TestbedItem item, IEnumerable<YamlScalar> names, IEnumerable<string> taken, string companion, string becauseTaken)
    {
        var keys = names.GroupBy(key => key.Text, StringComparer.Ordinal).Select(group => group.Last()).ToArray();
        Check(context, item, keys, MemberNames.Distinct(keys.Select(key => key.Text), taken, companion), becauseTaken);
    }

    private static void Check(SymbolAnalysisContext context, TestbedItem item, IReadOnlyList<TopologyName> all, string becauseTaken)
    {
        if (all.Count == 0)
        {
            return;
        }

        var members = TopologyMembers.Of([.. all.Select(one => (one.Name.Text, one.Alias?.Text))]);
        Check(context, item, [.. all.Select(one => one.Name)], members.ToDictionary(member => member.Name, member => member.Identifier, StringComparer.Ordinal), becauseTaken);
        Aliases(context, item, all, members.ToDictionary(member => member.Identifier, StringComparer.Ordinal), becauseTaken);
    }

    /// <summary>An alias has no member of its own where a name, or the alias of another, has its identifier.</summary>
    private static void Aliases(SymbolAnalysisContext context, TestbedItem item, IReadOnlyList<TopologyName> all, Dictionary<string, TopologyMember> members, string becauseTaken)
    {
        var names = new HashSet<string>(all.Select(one => one.Name.Text), StringComparer.Ordinal);
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
                var reason = target is null ? becauseTaken : $"'{identifier}' stands for '{target}'";
                context.ReportDiagnostic(Diagnostic.Create(TestbedFileRules.SameIdentifier, item.Locate(alias.Range), $"the alias '{alias.Text}' gets no member in C#, because {reason}"));
            }
        }
    }

    private static void Check(SymbolAnalysisContext context, TestbedItem item, IReadOnlyList<YamlScalar> keys, IReadOnlyDictionary<string, string> identifiers, string becauseTaken)
    {
        foreach (var key in keys)
        {
            var (alone, identifier) = (Identifier.FromName(key.Text), identifiers[key.Text]);
            if (identifier == alone)
            {
                continue;
            }

            var other = keys.FirstOrDefault(k => k.Text != key.Text && Identifier.FromName(k.Text) == alone);
            var reason = other is null ? becauseTaken : $"'{other.Text}' becomes '{identifiers[other.Text]}'";
            context.ReportDiagnostic(Diagnostic.Create(
                TestbedFileRules.SameIdentifier, item.Locate(key.Range), other is null ? [] : [item.Locate(other.Range)], $"'{key.Text}' becomes '{identifier}' in C#, because {reason}"));
        }
    }

    /// <summary>What devices may not be called: the members of every testbed, and the class's own that are none of a device.</summary>
    private static HashSet<string> Members(INamedTypeSymbol testbed, LibraryTypes library)
    {
        var names = new HashSet<string>(testbed.GetMembers().Where(member => !IsOfDevice(member, library)).Select(member => member.Name), StringComparer.Ordinal) { testbed.Name, TopologyMembers.LinksType };
        for (var type = testbed.BaseType; type is not null; type = type.BaseType)
        {
            names.UnionWith(type.GetMembers().Where(member => member.DeclaredAccessibility != Accessibility.Private).Select(member => member.Name));
        }

        return names;
    }

    private static bool IsOfDevice(ISymbol member, LibraryTypes library) => member is INamedTypeSymbol
        || (member is IPropertySymbol { Type.ContainingType: { } container } property
            && SymbolEqualityComparer.Default.Equals(container, member.ContainingType)
            && LibraryTypes.IsOrDerivesFrom(property.Type, library.Device))
        || member is IFieldSymbol { IsImplicitlyDeclared: true } or IMethodSymbol { AssociatedSymbol: not null };
}
