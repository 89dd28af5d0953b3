using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>CG2011: names of devices and paths that become another identifier than they would alone.</summary>
internal static class MemberNameCheck
{
    public static void Run(SymbolAnalysisContext context, INamedTypeSymbol testbed, LibraryTypes library, TestbedItem item)
    {
        var taken = Members(testbed, library);
        Check(context, item, item.Document.Devices.Select(device => device.Key), taken, "Device", name => $"a member of '{testbed.Name}' is called that");
        foreach (var device in item.Document.Devices)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Check(context, item, device.Paths.Select(path => path.Key), MemberNames.OfVia, "", name => "every class has a member of that name");
        }
    }

    private static void Check(
        SymbolAnalysisContext context, TestbedItem item, IEnumerable<YamlScalar> names, IEnumerable<string> taken, string companion, Func<string, string> becauseTaken)
    {
        var keys = names.GroupBy(key => key.Text, StringComparer.Ordinal).Select(group => group.Last()).ToArray();
        var identifiers = MemberNames.Distinct(keys.Select(key => key.Text), taken, companion);
        foreach (var key in keys)
        {
            var (alone, identifier) = (Identifier.FromName(key.Text), identifiers[key.Text]);
            if (identifier == alone)
            {
                continue;
            }

            var other = keys.FirstOrDefault(k => k.Text != key.Text && Identifier.FromName(k.Text) == alone);
            var reason = other is null ? becauseTaken(alone) : $"'{other.Text}' becomes '{identifiers[other.Text]}'";
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
