namespace ConnectionGen.TestbedFiles;

/// <summary>A map in file order.</summary>
public sealed class YamlMapping : YamlNode
{
    // up to here looking through all entries is as fast as an index, and takes no memory
    private const int MostWithoutIndex = 12;

    private readonly YamlEntry[] _entries;
    private Dictionary<string, YamlEntry>? _index;

    internal YamlMapping(YamlEntry[] entries, YamlSource source, int start, int end)
        : base(source, start, end) => _entries = entries;

    /// <summary>The entries in file order, the last of duplicates only.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>The same, for those who walk through all maps of a file.</summary>
    internal YamlEntry[] EntryArray => _entries;

    /// <summary>The value under a key, or null where there is none.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlNode? this[string key] => Find(key)?.Value;

    /// <summary>The entry of a key, or null where there is none.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlEntry? Find(string key)
    {
        if (_entries.Length > MostWithoutIndex)
            return (_index ??= Index()).TryGetValue(key, out var found) ? found : null;

        foreach (var entry in _entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }

        return null;
    }

    /// <summary>The text under a key; null where there is none, or it is null or not a single value.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public string? Text(string key) => this[key] is YamlScalar { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The map under a key, or null.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlMapping? Mapping(string key) => this[key] as YamlMapping;

    private Dictionary<string, YamlEntry> Index()
    {
        var index = new Dictionary<string, YamlEntry>(_entries.Length, StringComparer.Ordinal);
        foreach (var entry in _entries)
            index[entry.Key.Text] = entry;

        return index;
    }
}
