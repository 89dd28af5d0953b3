using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectionGen.Simulation;

/// <summary>Nodes back to YAML text.</summary>
internal static class NodeText
{
    public static string Write(MockNode root)
    {
        using var text = new StringWriter();
        var emitter = new Emitter(text, new EmitterSettings().WithMaxSimpleKeyLength(1024).WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, MockNode node)
    {
        switch (node)
        {
            case MockScalar scalar:
                var style = scalar.IsPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
                var text = scalar is { IsPlain: true, Text: "" } ? "null" : scalar.Text;
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
                break;
            case MockSequence list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case MockMapping map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var entry in map.Entries)
                {
                    Write(emitter, entry.Key);
                    Write(emitter, entry.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            default:
                break;
        }
    }
}
