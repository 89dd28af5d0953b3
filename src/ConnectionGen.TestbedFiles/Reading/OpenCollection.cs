using YamlDotNet.Core.Events;

namespace ConnectionGen.TestbedFiles;

/// <summary>A list or map whose end has not been read yet.</summary>
internal sealed class OpenCollection(bool isMap, bool isFlow, int start, string? anchor, long sizeBefore)
{
    private bool _hasKey;
    private int _ignoredKeyEnd;

    public bool IsMap => isMap;

    public bool IsFlow => isFlow;

    public int Start => start;

    public string? Anchor => anchor;

    /// <summary>The nodes read before this one, aliases followed.</summary>
    public long SizeBefore => sizeBefore;

    /// <summary>How deep its content stands below it.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>The key whose value is being read; null before it, in a list, and for a key that is no single value.</summary>
    public YamlScalar? Key { get; private set; }

    public List<YamlEntry> Entries { get; } = isMap ? new() : null!;

    public List<YamlNode> Items { get; } = isMap ? null! : new();

    public void Add(YamlNode node, int height)
    {
        Height = Math.Max(Height, height + 1);
        if (!isMap)
        {
            Items.Add(node);
        }
        else if (!_hasKey)
        {
            _hasKey = true;
            Key = node as YamlScalar;
        }
        else
        {
            // a key that is a list or a map has no meaning in a testbed; in custom data it is left out
            if (Key is not null)
                Entries.Add(new YamlEntry(Key, node));
            else
                _ignoredKeyEnd = node.End;

            _hasKey = false;
            Key = null;
        }
    }

    /// <summary>Where the last thing read within it ends.</summary>
    public int EndOfContent => Math.Max(Math.Max(start, _ignoredKeyEnd), isMap
        ? Entries.Count > 0 ? OwnEnd(Entries[Entries.Count - 1]) : start
        : Items.Count > 0 ? Items[Items.Count - 1].End : start);

    // an alias stands elsewhere, and its end with it
    private static int OwnEnd(YamlEntry entry) => entry.Value.Start >= entry.Key.Start ? entry.Value.End : entry.Key.End;

    public static OpenCollection? From(ParsingEvent read, int start, long sizeBefore) => read switch
    {
        MappingStart map => new(true, map.Style == YamlDotNet.Core.Events.MappingStyle.Flow, start, NameOf(map), sizeBefore),
        SequenceStart list => new(false, list.Style == YamlDotNet.Core.Events.SequenceStyle.Flow, start, NameOf(list), sizeBefore),
        _ => null,
    };

    private static string? NameOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;
}
