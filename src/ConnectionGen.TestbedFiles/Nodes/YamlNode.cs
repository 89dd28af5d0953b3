namespace ConnectionGen.TestbedFiles;

/// <summary>A node of a YAML file that knows where it stands.</summary>
public abstract class YamlNode
{
    private protected YamlNode(FileRange range) => Range = range;

    /// <summary>Where the node stands.</summary>
    public FileRange Range { get; }
}

/// <summary>A text, number or other single value.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string text, bool isPlain, FileRange range)
        : base(range)
    {
        Text = text;
        IsPlain = isPlain;
    }

    /// <summary>The value as text; YAML's types are not applied.</summary>
    public string Text { get; }

    /// <summary>True where the value was written without quotes and not as a block.</summary>
    public bool IsPlain { get; }

    /// <summary>True for an empty plain value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(IReadOnlyList<YamlNode> items, FileRange range)
        : base(range) => Items = items;

    /// <summary>The elements in file order.</summary>
    public IReadOnlyList<YamlNode> Items { get; }
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A map in file order.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(IReadOnlyList<YamlEntry> entries, FileRange range)
        : base(range) => Entries = entries;

    /// <summary>The entries in file order, the last of duplicates only.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; }

    /// <summary>The value under a key, or null where there is none.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlNode? this[string key] => Find(key)?.Value;

    /// <summary>The entry of a key, or null where there is none.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The text under a key; null where there is none, or it is null or not a single value.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public string? Text(string key) => this[key] is YamlScalar { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The map under a key, or null.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlMapping? Mapping(string key) => this[key] as YamlMapping;
}
