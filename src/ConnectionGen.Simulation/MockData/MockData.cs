using System.Diagnostics.CodeAnalysis;

namespace ConnectionGen.Simulation;

/// <summary>
/// Recorded dialogues of a device: states with prompts, and what each state answers. Read once and never changed, so that
/// any number of simulated devices may play the same data.
/// </summary>
public sealed class MockData
{
    private readonly Dictionary<string, MockState> _states;

    /// <summary>Mock data made in code.</summary>
    /// <param name="states">The states; the first is where a device starts unless told otherwise.</param>
    /// <exception cref="MockDataException">Two states have one name, or there is none.</exception>
    public MockData(params IEnumerable<MockState> states)
        : this("code", states, [])
    {
    }

    internal MockData(string name, IEnumerable<MockState> states, IReadOnlyList<MockDataWarning> warnings)
    {
        _states = new Dictionary<string, MockState>(StringComparer.Ordinal);
        Name = name;
        Warnings = warnings;
        foreach (var state in states)
        {
            FirstState ??= state.Name;
            if (!_states.TryAdd(state.Name, state))
            {
                throw new MockDataException(name, 0, 0, $"the state '{state.Name}' is there twice");
            }
        }

        if (FirstState is null)
        {
            throw new MockDataException(name, 0, 0, "there is no state in it; mock data is a map of state names, each with 'prompt', 'commands', 'keys', 'preface' or 'new_state'");
        }
    }

    /// <summary>The file or folder the data came from, as it was named.</summary>
    public string Name { get; }

    /// <summary>The first state of the data, where a device starts unless told otherwise.</summary>
    public string FirstState { get; }

    /// <summary>All states by name.</summary>
    public IReadOnlyDictionary<string, MockState> States => _states;

    /// <summary>What loads but hardly does what its writer meant.</summary>
    public IReadOnlyList<MockDataWarning> Warnings { get; }

    /// <summary>Reads a YAML file, or all <c>.yaml</c> and <c>.yml</c> files of a folder as one name space of states.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="MockDataException">It is missing, not YAML, not a map of states, or two files have one state.</exception>
    public static MockData Load(string path) => MockDataFiles.Load(path);

    /// <summary>Reads YAML text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What warnings and exceptions call it.</param>
    /// <exception cref="MockDataException">It is not YAML, or not a map of states.</exception>
    public static MockData Parse(string yaml, string name = "mock data") => MockDataFiles.Parse(yaml, name);

    /// <summary>The data as YAML text that <see cref="Parse"/> reads; merges and file references are written out.</summary>
    public string ToYaml() => MockDataText.Write(this);

    internal bool TryGetState(string name, [NotNullWhen(true)] out MockState? state) => _states.TryGetValue(name, out state);

    internal MockState StateToStartIn(string? name) => name is null ? _states[FirstState]
        : _states.TryGetValue(name, out var state) ? state
        : throw new MockDataException(Name, 0, 0, $"there is no state '{name}'{Nearest.Hint(name, _states.Keys)}");
}
