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
}

internal readonly record struct MockEntry(MockScalar Key, MockNode Value);
