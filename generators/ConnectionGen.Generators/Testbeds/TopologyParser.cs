using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators;

/// <summary>A topology's interfaces and links to their models: what they are called, never their addresses.</summary>
internal static class TopologyParser
{
    public static EquatableArray<MemberModel> Interfaces(TestbedDocument document, string device) =>
        TopologyNames.OfInterfaces(document, device).Select(static one => new MemberModel(one.Name.Text, one.Alias?.Text, Type(one.Body))).ToEquatableArray();

    public static EquatableArray<MemberModel> Links(TestbedDocument document) =>
        TopologyNames.OfLinks(document).Select(static one => new MemberModel(one.Name.Text, one.Alias?.Text, null)).ToEquatableArray();

    // what a markup stands for, only a run knows
    private static string? Type(YamlMapping? body) => body?.Text("type") is { Length: > 0 } text && !Markup.IsIn(text) ? text : null;
}
