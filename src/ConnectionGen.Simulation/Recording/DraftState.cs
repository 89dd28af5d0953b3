namespace ConnectionGen.Simulation;

/// <summary>A state while a recording is read.</summary>
internal sealed class DraftState(string name, string prompt)
{
    private readonly Dictionary<string, Draft> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> _keys = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Prompt { get; } = prompt;

    /// <summary>Adds what was typed here; gives the state that follows, which the first time decides.</summary>
    public DraftState Add(bool isKey, string typed, string response, TimeSpan delay, DraftState next)
    {
        var entries = isKey ? _keys : _commands;
        if (!entries.TryGetValue(typed, out var draft))
        {
            draft = new Draft(next, delay);
            entries.Add(typed, draft);
        }

        // an answer that led elsewhere than the first one cannot be kept: a command has one new state
        if (draft.Next == next)
        {
            draft.Responses.Add(response);
        }

        return next;
    }

    public MockState Finish(bool keepsRepeated) => new(Name)
    {
        Prompt = MockText.Prompt(Prompt),
        Commands = _commands.ToDictionary(entry => entry.Key, entry => Finish(entry.Value, keepsRepeated), StringComparer.Ordinal),
        Keys = [.. _keys.Select(entry => new MockKey(KeyNames.Name(entry.Key), System.Text.Encoding.UTF8.GetBytes(entry.Key), Finish(entry.Value, keepsRepeated)))],
    };

    private MockCommand Finish(Draft draft, bool keepsRepeated)
    {
        var count = keepsRepeated && draft.Responses.Distinct(StringComparer.Ordinal).Skip(1).Any() ? draft.Responses.Count : 1;
        return new MockCommand
        {
            Responses = count == 1 && draft.Responses[0].Length == 0 ? [] : [.. draft.Responses.Take(count).Select(MockText.From)],
            NewState = draft.Next == this ? null : draft.Next.Name,
            Timing = draft.Delay > TimeSpan.Zero ? [new LineTiming(0, null, draft.Delay)] : [],
        };
    }

    private sealed record Draft(DraftState Next, TimeSpan Delay)
    {
        public List<string> Responses { get; } = [];
    }
}
