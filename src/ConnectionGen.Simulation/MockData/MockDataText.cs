namespace ConnectionGen.Simulation;

/// <summary>Mock data to YAML text that reads as the same data.</summary>
internal static class MockDataText
{
    private static readonly MockPlace Nowhere = new(1, 1);

    public static string Write(MockData data) => NodeText.Write(Map(data.States.Values.Select(state => (state.Name, (MockNode)State(state)))));

    private static MockMapping State(MockState state)
    {
        var entries = new List<(string, MockNode)>();
        if (state.Preface is { } preface)
        {
            entries.Add(("preface", preface.Timing.Count == 0 ? Responses(preface) : Map([("response", Responses(preface)), ("timing", Timing(preface))])));
        }

        if (!state.Prompt.IsEmpty)
        {
            entries.Add(("prompt", Text(state.Prompt.ToString())));
        }

        if (state.NewState is { } next)
        {
            entries.Add(("new_state", Text(next)));
        }

        if (state.Commands.Count > 0)
        {
            entries.Add(("commands", Map(state.Commands.Select(command => (command.Key, Command(command.Value))))));
        }

        if (state.Keys.Count > 0)
        {
            entries.Add(("keys", Map(state.Keys.Select(key => (key.Name, Command(key.Command))))));
        }

        return Map(entries);
    }

    private static MockNode Command(MockCommand command)
    {
        if (command is { NewState: null, IsCircular: false, Timing.Count: 0, Responses.Count: < 2 })
        {
            return Responses(command);
        }

        var entries = new List<(string, MockNode)>();
        if (command.NewState is { } next)
        {
            entries.Add(("new_state", Text(next)));
        }

        if (command.Responses.Count > 0)
        {
            entries.Add(("response", Responses(command)));
        }

        if (command.IsCircular)
        {
            entries.Add(("response_type", Text("circular")));
        }

        if (command.Timing.Count > 0)
        {
            entries.Add(("timing", Timing(command)));
        }

        return Map(entries);
    }

    private static MockNode Responses(MockCommand command) => command.Responses.Count switch
    {
        0 => Text(""),
        1 => Text(WithoutReturns(command.Responses[0])),
        _ => new MockSequence([.. command.Responses.Select(response => Text(WithoutReturns(response)))], Nowhere),
    };

    private static MockSequence Timing(MockCommand command) => new([.. command.Timing.Select(timing => Text(timing.ToText()))], Nowhere);

    /// <summary>CR LF is what LF becomes when it is read again; where that would lose a CR of the data, all stay.</summary>
    private static string WithoutReturns(MockText response)
    {
        var text = response.ToString();
        return text.Contains("\r\r\n", StringComparison.Ordinal) ? text : text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static MockScalar Text(string text) => new(text, isPlain: false, Nowhere);

    private static MockMapping Map(IEnumerable<(string Key, MockNode Value)> entries) => new([.. entries.Select(entry => new MockEntry(Text(entry.Key), entry.Value))], Nowhere);
}
