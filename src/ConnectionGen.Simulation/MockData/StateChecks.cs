namespace ConnectionGen.Simulation;

/// <summary>What only all states together show: moves to states that do not exist, and moves that never come to rest.</summary>
internal static class StateChecks
{
    public static void Run(Dictionary<string, ReadState> states, List<MockDataWarning> warnings)
    {
        var reported = new HashSet<(string, MockPlace)>();
        foreach (var state in states.Values)
        {
            foreach (var (place, target) in state.Moves)
            {
                if (!states.ContainsKey(target) && reported.Add((state.File, place)))
                {
                    warnings.Add(new MockDataWarning(state.File, place.Line, place.Column, $"new_state names '{target}', which does not exist{Nearest.Hint(target, states.Keys)}"));
                }
            }

            if (MovesForever(state.State, states))
            {
                warnings.Add(new MockDataWarning(state.File, state.Place.Line, state.Place.Column, $"the state '{state.State.Name}' moves on by itself and comes back to itself; a session that gets here is closed"));
            }
        }
    }

    private static bool MovesForever(MockState start, Dictionary<string, ReadState> states)
    {
        var state = start;
        for (var moves = 0; moves <= states.Count && state.NewState is { } next && states.TryGetValue(next, out var found); moves++)
        {
            state = found.State;
            if (state == start)
            {
                return true;
            }
        }

        return false;
    }
}
