using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectionGen.Simulation;

/// <summary>YAML text to nodes: anchors and aliases shared, <c>&lt;&lt;</c> merged, of duplicate keys the last.</summary>
internal sealed partial class MockYaml
{
    private const int DeepestLevel = 64;
    private readonly string _file;
    private readonly List<MockDataWarning> _warnings;
    private readonly Dictionary<string, MockNode> _anchors = new(StringComparer.Ordinal);

    private MockYaml(string file, List<MockDataWarning> warnings)
    {
        _file = file;
        _warnings = warnings;
    }

    /// <summary>The document's root; null where the text is empty.</summary>
    public static MockNode? Read(string text, string file, List<MockDataWarning> warnings)
    {
        try
        {
            return new MockYaml(file, warnings).Document(text);
        }
        catch (YamlException error) when (error.Message.Contains("extra spaces in first line", StringComparison.Ordinal))
        {
            // YamlDotNet rejects a block scalar that begins with lines of blanks (its issue 523), although such lines are just empty
            warnings.RemoveAll(warning => warning.File == file);
            return Read(WithEmptyFirstLines(text), file, warnings, error);
        }
        catch (Exception error) when (IsParserFault(error))
        {
            throw Unreadable(file, error);
        }
    }

    private static MockNode? Read(string text, string file, List<MockDataWarning> warnings, YamlException first)
    {
        try
        {
            return new MockYaml(file, warnings).Document(text);
        }
        catch (Exception error) when (IsParserFault(error))
        {
            throw Unreadable(file, error is YamlException ? error : first);
        }
    }

    // besides its own exception the parser throws these on some broken flow collections
    private static bool IsParserFault(Exception error) => error is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException;

    private static MockDataException Unreadable(string file, Exception error) => error is YamlException yaml
        ? new MockDataException(file, Place(yaml.Start).Line, Place(yaml.Start).Column, $"not valid YAML: {yaml.Message}", error)
        : new MockDataException(file, 1, 1, $"not valid YAML: {error.Message}", error);

    private static string WithEmptyFirstLines(string text)
    {
        var result = new StringBuilder(text.Length);
        var afterHeader = false;
        foreach (var line in text.Split('\n'))
        {
            afterHeader = afterHeader && string.IsNullOrWhiteSpace(line);
            result.Append(afterHeader ? "" : line).Append('\n');
            afterHeader = afterHeader || BlockHeader().IsMatch(line);
        }

        return result.ToString(0, result.Length - 1);
    }

    [GeneratedRegex(@"(:|-|[&!]\S+)[ ]+[|>][+-]?[ \r]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockHeader();

    private static MockPlace Place(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private MockNode? Document(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Node(parser, 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw new YamlException(second.Start, second.End, "a second document begins here; mock data is one document a file");
        }

        return root;
    }

    private MockNode Node(Parser parser, int level)
    {
        switch (parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                return _anchors.TryGetValue(alias.Value.Value, out var known)
                    ? known
                    : throw new YamlException(alias.Start, alias.End, $"nothing above is anchored as '&{alias.Value.Value}'{Nearest.Hint(alias.Value.Value, _anchors.Keys)}");
            case Scalar scalar:
                return Kept(scalar, new MockScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Place(scalar.Start)));
            case NodeEvent start when level == DeepestLevel:
                throw new YamlException(start.Start, start.End, $"nested deeper than {DeepestLevel} levels");
            case SequenceStart start:
                var items = new List<MockNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(Node(parser, level + 1));
                }

                return Kept(start, new MockSequence(items, Place(start.Start)));
            case MappingStart start:
                return Kept(start, new MockMapping(Entries(parser, level + 1), Place(start.Start)));
            case var other:
                throw new YamlException(other.Start, other.End, "a value is expected here");
        }
    }

    private MockNode Kept(NodeEvent from, MockNode node)
    {
        if (!from.Anchor.IsEmpty)
        {
            _anchors[from.Anchor.Value] = node;
        }

        return node;
    }

    private List<MockEntry> Entries(Parser parser, int level)
    {
        var entries = new List<MockEntry>();
        var merged = new List<MockEntry>();
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, level);
            var value = Node(parser, level);
            if (key is not MockScalar name)
            {
                Warn(key.Place, "a key that is not a single text is ignored");
            }
            else if (name is { IsPlain: true, Text: "<<" })
            {
                Merge(value, merged);
            }
            else
            {
                Add(new MockEntry(name, value), entries, own);
            }
        }

        Complete(entries, own, merged);
        return entries;
    }

    private void Add(MockEntry entry, List<MockEntry> entries, Dictionary<string, int> own)
    {
        if (own.TryGetValue(entry.Key.Text, out var at))
        {
            Warn(entry.Key.Place, $"'{entry.Key.Text}' is already at line {entries[at].Key.Place.Line}; this last one counts");
            entries[at] = entry;
            return;
        }

        own.Add(entry.Key.Text, entries.Count);
        entries.Add(entry);
    }

    private void Merge(MockNode value, List<MockEntry> merged)
    {
        foreach (var source in value is MockSequence several ? several.Items : [value])
        {
            if (source is MockMapping map)
            {
                merged.AddRange(map.Entries);
            }
            else
            {
                Warn(source.Place, "'<<' takes a map or a list of maps; this is ignored");
            }
        }
    }

    /// <summary>What the map says itself stays; of several merged maps the first counts.</summary>
    private static void Complete(List<MockEntry> entries, Dictionary<string, int> own, List<MockEntry> merged)
    {
        foreach (var entry in merged)
        {
            if (own.TryAdd(entry.Key.Text, entries.Count))
            {
                entries.Add(entry);
            }
        }
    }

    private void Warn(MockPlace place, string message) => _warnings.Add(new MockDataWarning(_file, place.Line, place.Column, message));
}
