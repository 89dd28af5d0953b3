using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectionGen.TestbedFiles;

/// <summary>YAML text to nodes.</summary>
internal static class YamlText
{
    public static YamlNode? Read(string text, string file, List<TestbedProblem> problems, CancellationToken cancellationToken)
    {
        var anchors = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            return Node(parser, file, anchors, cancellationToken);
        }
        catch (YamlException error)
        {
            problems.Add(new TestbedProblem("CG2001", ProblemSeverity.Error, Range(file, error.Start, error.End), error.Message));
            return null;
        }
    }

    private static YamlNode Node(Parser parser, string file, Dictionary<string, YamlNode> anchors, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (parser.Consume<ParsingEvent>())
        {
            case Scalar scalar:
                return Kept(scalar, new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Range(file, scalar.Start, scalar.End)), anchors);
            case AnchorAlias alias:
                return anchors[alias.Value.Value];
            case SequenceStart start:
                var items = new List<YamlNode>();
                SequenceEnd sequenceEnd;
                while (!parser.TryConsume(out sequenceEnd!))
                {
                    items.Add(Node(parser, file, anchors, cancellationToken));
                }

                return Kept(start, new YamlSequence(items, Range(file, start.Start, sequenceEnd.End)), anchors);
            case MappingStart start:
                var entries = new List<YamlEntry>();
                MappingEnd mappingEnd;
                while (!parser.TryConsume(out mappingEnd!))
                {
                    var key = Node(parser, file, anchors, cancellationToken);
                    var value = Node(parser, file, anchors, cancellationToken);
                    if (key is YamlScalar scalar)
                    {
                        entries.Add(new YamlEntry(scalar, value));
                    }
                }

                return Kept(start, new YamlMapping(entries, Range(file, start.Start, mappingEnd.End)), anchors);
            default:
                throw new YamlException("not a value");
        }
    }

    private static YamlNode Kept(NodeEvent from, YamlNode node, Dictionary<string, YamlNode> anchors)
    {
        if (!from.Anchor.IsEmpty)
        {
            anchors[from.Anchor.Value] = node;
        }

        return node;
    }

    private static FileRange Range(string file, Mark start, Mark end) => new(file, Position(start), Position(end));

    private static FilePosition Position(Mark mark) => new((int)mark.Line, (int)mark.Column, (int)mark.Index);
}
