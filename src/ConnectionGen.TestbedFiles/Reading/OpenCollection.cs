using YamlDotNet.Core.Events;

namespace ConnectionGen.TestbedFiles;

/// <summary>A list or map whose end has not been read yet. What it holds so far lies on the reader's two stacks, from a mark on.</summary>
internal sealed class OpenCollection(bool isMap, bool isFlow, int start, string? anchor, long sizeBefore, int mark)
{
    private bool _hasKey;

    public bool IsMap => isMap;

    public bool IsFlow => isFlow;

    public int Start { get; } = start;

    public string? Anchor => anchor;

    /// <summary>The nodes read before this one, aliases followed.</summary>
    public long SizeBefore => sizeBefore;

    /// <summary>Where its entries or items begin on their stack.</summary>
    public int Mark => mark;

    /// <summary>How deep its content stands below it.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>Where the last thing read within it ends.</summary>
    public int EndOfContent { get; private set; } = start;

    /// <summary>The key whose value is being read; null before it, in a list, and for a key that is no single value.</summary>
    public YamlScalar? Key { get; private set; }

    public void Add(YamlNode node, int height, int endHere, List<YamlEntry> entries, List<YamlNode> items)
    {
        Height = Math.Max(Height, height + 1);
        EndOfContent = Math.Max(EndOfContent, endHere);
        if (!isMap)
        {
            items.Add(node);
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
                entries.Add(new YamlEntry(Key, node));

            _hasKey = false;
            Key = null;
        }
    }
}
