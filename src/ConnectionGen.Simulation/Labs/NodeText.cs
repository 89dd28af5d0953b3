using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectionGen.Simulation;

/// <summary>Nodes back to YAML text.</summary>
internal static partial class NodeText
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

    /// <summary>The nodes with every <c>%INCLUDE{file}</c> named by its full path, so that the text may stand elsewhere.</summary>
    public static MockMapping WithFullIncludes(MockMapping map, string folder) => map.Select(entry => WithFullIncludes(entry.Value, folder));

    private static MockNode WithFullIncludes(MockNode node, string folder) => node switch
    {
        MockMapping map => WithFullIncludes(map, folder),
        MockSequence list => new MockSequence([.. list.Items.Select(item => WithFullIncludes(item, folder))], list.Place),
        MockScalar scalar when scalar.Text.Contains("%INCLUDE{", StringComparison.Ordinal) => new MockScalar(
            Include().Replace(scalar.Text, match => $"%INCLUDE{{{Path.GetFullPath(match.Groups["file"].Value.Trim(), folder)}}}"),
            scalar.IsPlain,
            scalar.Place),
        _ => node,
    };

    [GeneratedRegex(@"%INCLUDE\{(?<file>[^}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Include();

    private static void Write(Emitter emitter, MockNode node)
    {
        switch (node)
        {
            case MockScalar scalar:
                var style = scalar.IsPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Text, style, isPlainImplicit: true, isQuotedImplicit: true));
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
