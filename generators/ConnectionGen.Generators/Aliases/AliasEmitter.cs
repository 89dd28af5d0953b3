using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>A property on devices for each alias that code or a testbed's defaults name.</summary>
internal static class AliasEmitter
{
    public static SourceText? Emit(EquatableArray<string> aliases)
    {
        if (aliases.Count == 0)
        {
            return null;
        }

        var writer = SourceWriter.File();
        writer.Gap();
        writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.Line(CSharpText.GeneratedCode);
        writer.Line("internal static class ConnectionGenAliases");
        writer.Open();
        var device = CallText.Free("device", aliases);
        writer.Line($"extension(global::ConnectionGen.Device {device})");
        writer.Open();
        foreach (var alias in aliases)
        {
            writer.Gap();
            writer.Line($"/// <summary>The connection <c>{CSharpText.Documentation(alias)}</c>.</summary>");
            writer.Line($"public global::ConnectionGen.ConnectionHandle {CSharpText.Identifier(alias)} => {device}.Alias({CSharpText.Text(alias)});");
        }

        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }
}
