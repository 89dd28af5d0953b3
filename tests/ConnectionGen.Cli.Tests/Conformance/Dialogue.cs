using System.Text;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>What a command should give, computed from the data alone: the text, the questions on the way with their answers, and where it ends.</summary>
/// <param name="Text">What the device prints until it asks or shows a prompt, as a terminal shows it.</param>
/// <param name="Steps">Questions and answers after that, in order.</param>
/// <param name="End">The state with the prompt at the end; null if no way leads to one.</param>
internal sealed record Dialogue(string Text, IReadOnlyList<DialogueStep> Steps, MockState? End)
{
    /// <summary>Follows a command from a state.</summary>
    /// <param name="data">The data.</param>
    /// <param name="from">The state that the command is typed in.</param>
    /// <param name="command">The command.</param>
    /// <param name="isPrompt">Whether a state's prompt is one of a mode.</param>
    /// <param name="pagerByEnter">True where the pagers of the data want Enter.</param>
    public static Dialogue Follow(MockData data, MockState from, MockCommand command, Func<MockState, bool> isPrompt, bool pagerByEnter)
    {
        var raw = new StringBuilder();
        var state = Play(data, from, command, raw);
        for (var pages = 0; state is not null && !isPrompt(state) && PagerKey(state, pagerByEnter) is { } key && pages < 50; pages++)
        {
            // Enter is echoed, a key is not; the pager's own text is in no output
            if (pagerByEnter)
                raw.Append("\r\n");
            state = Play(data, state, key, raw);
        }

        var text = PlainScreen.Render(raw.ToString());
        if (state is null || isPrompt(state))
            return new Dialogue(text, [], state);
        var steps = FindWay(data, state, text, isPrompt);
        return new Dialogue(text, steps ?? [], steps is null ? null : steps[^1].To);
    }

    private static MockCommand? PagerKey(MockState state, bool pagerByEnter) =>
        !state.Prompt.ToString().Contains("More", StringComparison.Ordinal) ? null
        : pagerByEnter ? state.Commands.GetValueOrDefault("")
        : state.Keys.FirstOrDefault(key => key.Name == " ")?.Command;

    // Prints a response, and the prefaces of the states that follow; null if one of them is not there.
    private static MockState? Play(MockData data, MockState from, MockCommand command, StringBuilder raw)
    {
        Print(command.Response(0).ToString(), raw);
        var state = from;
        for (var next = command.NewState; next is not null; next = state.NewState)
        {
            if (!data.States.TryGetValue(next, out var found))
                return null;
            state = found;
            if (state.Preface is { } preface)
                Print(preface.Response(0).ToString(), raw);
        }

        return state;
    }

    private static void Print(string text, StringBuilder raw)
    {
        raw.Append(text);
        if (text.Length > 0 && !text.EndsWith('\n'))
            raw.Append("\r\n");
    }

    // The shortest way of answers to a prompt.
    private static List<DialogueStep>? FindWay(MockData data, MockState from, string text, Func<MockState, bool> isPrompt)
    {
        var open = new Queue<List<DialogueStep>>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { from.Name };
        open.Enqueue([]);
        while (open.TryDequeue(out var way))
        {
            var at = way.Count == 0 ? from : way[^1].To;
            if (way.Count > 0 && isPrompt(at))
                return way;
            if (Cue(at, way.Count == 0 ? text : way[^1].Text) is not { } cue)
                continue;
            foreach (var (answer, command) in at.Commands)
            {
                var raw = new StringBuilder();
                if (command.NewState is not null && Play(data, at, command, raw) is { } to && seen.Add(to.Name))
                    open.Enqueue([.. way, new DialogueStep(cue, answer, PlainScreen.Render(raw.ToString()), to)]);
            }
        }

        return null;
    }

    // What to wait for before an answer is typed: the last words of the question, or of what came before where a state asks nothing.
    private static string? Cue(MockState state, string before)
    {
        var question = PlainScreen.Render(state.Prompt.ToString());
        var shown = question.Trim().Length > 0 ? question : before;
        return shown.Split('\n').LastOrDefault(static line => line.Trim().Length > 0)?.TrimEnd();
    }
}

/// <summary>A question and its answer.</summary>
/// <param name="Cue">The end of the question.</param>
/// <param name="Answer">What is typed.</param>
/// <param name="Text">What the device prints then.</param>
/// <param name="To">The state after it.</param>
internal sealed record DialogueStep(string Cue, string Answer, string Text, MockState To);
