namespace ConnectionGen.Simulation;

/// <summary>What a device does on a command or key: print a response, move to a state, or both.</summary>
public sealed class MockCommand
{
    /// <summary>The responses, one a call in this order; the last one again for every further call. Empty means that nothing is printed.</summary>
    public IReadOnlyList<MockText> Responses { get; init; } = [];

    /// <summary>True where the call after the last response begins with the first again.</summary>
    public bool IsCircular { get; init; }

    /// <summary>The state to move to; null to stay.</summary>
    public string? NewState { get; init; }

    /// <summary>How fast lines come; lines that none of these covers come at once.</summary>
    public IReadOnlyList<LineTiming> Timing { get; init; } = [];

    /// <summary>The response of a call.</summary>
    /// <param name="call">The calls of this session before this one, from 0.</param>
    public MockText Response(int call) => Responses.Count == 0 ? MockText.Empty
        : IsCircular ? Responses[call % Responses.Count]
        : Responses[Math.Min(call, Responses.Count - 1)];
}

/// <summary>Bytes that a state answers without Enter: a character, a sequence, a control key.</summary>
/// <param name="Name">The key as mock data names it: <c>" "</c>, <c>//</c>, <c>ctrl-c</c>.</param>
/// <param name="Bytes">What a client sends for it.</param>
/// <param name="Command">What the device does.</param>
public sealed record MockKey(string Name, ReadOnlyMemory<byte> Bytes, MockCommand Command);
