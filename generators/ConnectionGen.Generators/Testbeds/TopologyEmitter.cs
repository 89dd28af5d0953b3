using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators;

/// <summary>The members for a device's interfaces and a testbed's links. Who has none gets nothing.</summary>
internal static class TopologyEmitter
{
    public static void Interfaces(SourceWriter writer, EquatableArray<MemberModel> interfaces)
    {
        if (interfaces.Count == 0)
        {
            return;
        }

        writer.Gap();
        Property(writer, "Interfaces", TopologyMembers.InterfacesType, "The device's interfaces.");
        writer.Gap();
        Type(writer, interfaces, TopologyMembers.InterfacesType, "Interface", "global::ConnectionGen.Device device", "device", "The interfaces that the compiled file gives the device.");
    }

    public static void Links(SourceWriter writer, EquatableArray<MemberModel> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        writer.Gap();
        Property(writer, "Links", TopologyMembers.LinksType, "The links between the devices.");
        writer.Gap();
        Type(writer, links, TopologyMembers.LinksType, "Link", "global::ConnectionGen.Testbed testbed", "testbed", "The links that the compiled file has.");
    }

    /// <summary>What a shape says of them: <c> { Links = [new("core", "c")] }</c>; nothing without any.</summary>
    public static string Shape(string property, EquatableArray<MemberModel> members) => members.Count == 0 ? ""
        : $" {{ {property} = [{string.Join(", ", members.Select(static m => m.Alias is null ? $"new({CSharpText.Text(m.Name)})" : $"new({CSharpText.Text(m.Name)}, {CSharpText.Text(m.Alias)})"))}] }}";

    private static void Property(SourceWriter writer, string name, string type, string summary)
    {
        var field = $"{char.ToLowerInvariant(name[0])}{name.Substring(1)}__";
        writer.Line($"private {type}? {field};");
        writer.Gap();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public override {type} {name} => {field} ??= new(this);");
    }

    private static void Type(SourceWriter writer, EquatableArray<MemberModel> members, string type, string element, string parameter, string argument, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public sealed class {type} : global::ConnectionGen.{element}Collection");
        writer.Open();
        writer.Line($"internal {type}({parameter})");
        writer.Continuation($": base({argument})");
        writer.Open();
        writer.Close();
        var kinds = members.ToDictionary(static m => m.Name, static m => m.Kind, StringComparer.Ordinal);
        foreach (var member in TopologyMembers.Of([.. members.Select(static m => (m.Name, m.Alias))]))
        {
            writer.Gap();
            writer.Line($"/// <summary>{CSharpText.Documentation(Summary(member, kinds))}</summary>");
            writer.Line($"public global::ConnectionGen.{element} {member.Identifier} => {Value(member)};");
        }

        writer.Close();
    }

    private static string Value(TopologyMember member) =>
        member.Other is null ? $"this[{CSharpText.Text(member.Name)}]" : $"Member({CSharpText.Text(member.Name)}, {CSharpText.Text(member.Other)})";

    private static string Summary(TopologyMember member, Dictionary<string, string?> kinds)
    {
        var isName = kinds.ContainsKey(member.Name);
        var name = isName ? member.Name : member.Other!;
        var whole = kinds[name] is { } kind ? $"{name} ({kind})" : name;
        return !isName ? $"{member.Name}: the alias of {whole}" : member.Other is null ? whole : $"{whole}, alias {member.Other}";
    }
}
