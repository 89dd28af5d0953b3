using System.Text;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>The recorded devices that conformance is tested on; tests are skipped where they are not beside the repository.</summary>
internal static class MockFolder
{
    // devices take abbreviations, and the data has only these; the library types the words whole
    private static readonly (string Short, string Whole)[] s_abbreviations =
    [
        ("config term", "configure terminal"),
        ("config dual-stage", "configure dual-stage"),
        ("term length 0", "terminal length 0"),
        ("term width 0", "terminal width 0"),
        ("term width 511", "terminal width 511"),
    ];

    private static readonly Lazy<string?> s_folder = new(Find);

    /// <summary>The data with the words of a command begun otherwise, where the library says the same in other words than the data.</summary>
    public static MockData Load(string name, string recorded, string typed)
    {
        var data = Load(name);
        return new MockData(data.States.Values.Select(state => With(state, state.Commands.ToDictionary(
            command => command.Key.StartsWith(recorded, StringComparison.Ordinal) ? typed + command.Key[recorded.Length..] : command.Key,
            static command => command.Value,
            StringComparer.Ordinal))));
    }

    public static MockData Load(string name)
    {
        Assert.SkipWhen(s_folder.Value is null, "The recorded devices (shared/mock-data) are not beside this repository.");
        return WithWholeWords(MockData.Load(Path.Combine(s_folder.Value, name)));
    }

    private static MockData WithWholeWords(MockData data) => new(data.States.Values.Select(static state =>
    {
        var commands = new Dictionary<string, MockCommand>(state.Commands, StringComparer.Ordinal);
        foreach (var (shortForm, whole) in s_abbreviations)
        {
            if (commands.TryGetValue(shortForm, out var command))
                commands.TryAdd(whole, command);
        }

        return With(state, commands);
    }));

    private static MockState With(MockState state, Dictionary<string, MockCommand> commands) =>
        new(state.Name) { Prompt = state.Prompt, Preface = state.Preface, NewState = state.NewState, Keys = state.Keys, Commands = commands };

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", "mock-data");
            if (Directory.Exists(found))
                return found;
        }

        return null;
    }
}

/// <summary>What a terminal shows of a text: carriage returns, back-spaces and control sequences done. Written for the tests, apart from the library's.</summary>
internal static class PlainScreen
{
    public static string Render(string text)
    {
        var lines = new StringBuilder();
        var line = new StringBuilder();
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    lines.Append(line).Append('\n');
                    line.Clear();
                    column = 0;
                    break;
                case '\r':
                    column = 0;
                    break;
                case '\b':
                    column = Math.Max(0, column - 1);
                    // blanks behind the cursor are what was wiped out
                    if (line.ToString(column, line.Length - column).Trim(' ').Length == 0)
                        line.Length = column;
                    break;
                case '\x1b':
                    i = AfterSequence(text, i, line, column);
                    break;
                case '\t' or (>= ' ' and not '\x7f'):
                    if (column < line.Length)
                        line[column] = text[i];
                    else
                        line.Append(text[i]);
                    column++;
                    break;
            }
        }

        return lines.Append(line).ToString().Trim('\n');
    }

    // the last character of a sequence; "erase to the end of the line" is the only one here that changes text
    private static int AfterSequence(string text, int at, StringBuilder line, int column)
    {
        if (at + 1 >= text.Length || text[at + 1] != '[')
            return at + 1;
        var end = at + 2;
        while (end < text.Length && text[end] is < '@' or > '~')
            end++;
        if (end < text.Length && text[end] == 'K' && column < line.Length)
            line.Length = column;
        return end;
    }
}
