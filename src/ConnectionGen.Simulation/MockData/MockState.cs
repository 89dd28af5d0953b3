namespace ConnectionGen.Simulation;

/// <summary>A state of a simulated device: what it shows on entering, and what it answers.</summary>
/// <param name="name">The state's name.</param>
public sealed class MockState(string name)
{
    /// <summary>The name that <c>new_state</c> refers to.</summary>
    public string Name { get; } = name;

    /// <summary>The prompt; may have several lines, or none.</summary>
    public MockText Prompt { get; init; } = MockText.Empty;

    /// <summary>What is printed on entering, before the prompt; null for nothing.</summary>
    public MockCommand? Preface { get; init; }

    /// <summary>The state that follows at once after the preface; null to stay.</summary>
    public string? NewState { get; init; }

    /// <summary>The commands by their exact text; <c>""</c> is Enter alone.</summary>
    public IReadOnlyDictionary<string, MockCommand> Commands { get; init; } = new Dictionary<string, MockCommand>(StringComparer.Ordinal);

    /// <summary>The keys that act without Enter.</summary>
    public IReadOnlyList<MockKey> Keys { get; init; } = [];

    /// <summary>The state's name.</summary>
    public override string ToString() => Name;
}
