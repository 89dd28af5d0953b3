namespace ConnectionGen.Simulation;

/// <summary>A place in a mock-data file, from 1.</summary>
internal readonly record struct MockPlace(int Line, int Column);

/// <summary>A YAML node of mock data that knows where it stands.</summary>
internal abstract class MockNode(MockPlace place)
{
    public MockPlace Place { get; } = place;
}

internal sealed class MockScalar(string text, bool isPlain, MockPlace place) : MockNode(place)
{
    public string Text { get; } = isPlain && text is "~" or "null" ? "" : text;

    public bool IsPlain { get; } = isPlain;
}

internal sealed class MockSequence(IReadOnlyList<MockNode> items, MockPlace place) : MockNode(place)
{
    public IReadOnlyList<MockNode> Items { get; } = items;
}

/// <summary>A map with merges done and duplicates gone, in file order.</summary>
internal sealed class MockMapping(IReadOnlyList<MockEntry> entries, MockPlace place) : MockNode(place)
{
    public IReadOnlyList<MockEntry> Entries { get; } = entries;

    public MockNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    public MockMapping? Mapping(string key) => Find(key) as MockMapping;

    public string? Text(string key) => Find(key) is MockScalar { Text.Length: > 0 } scalar ? scalar.Text : null;
}

internal readonly record struct MockEntry(MockScalar Key, MockNode Value);
