namespace ConnectionGen.Simulation;

/// <summary>A state with the places that checks across files report.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="State">The state.</param>
/// <param name="Moves">Where each <c>new_state</c> stands, and what it names.</param>
internal sealed record ReadState(string File, MockPlace Place, MockState State, IReadOnlyList<(MockPlace Place, string Target)> Moves);

/// <summary>The nodes of one file to states. What the format does not know is a warning, never a failure.</summary>
internal sealed class MockStateReader(string file, ReferencedFiles files, List<MockDataWarning> warnings)
{
    private static readonly string[] StateOptions = ["prompt", "preface", "commands", "keys", "new_state", "timing"];
    private static readonly string[] CommandOptions = ["new_state", "response", "response_type", "timing"];
    private static readonly string[] PrefaceOptions = ["response", "timing"];

    // an anchored command or map of commands is read once, so that aliases cost nothing and warn once
    private readonly Dictionary<MockNode, MockCommand> _commands = [];
    private readonly Dictionary<MockNode, Dictionary<string, MockCommand>> _maps = [];
    private readonly Dictionary<MockNode, IReadOnlyList<(MockPlace, string)>> _moves = [];
    private readonly HashSet<MockNode> _warned = [];

    public Dictionary<string, ReadState> States { get; } = new(StringComparer.Ordinal);

    public void Read(string yaml)
    {
        switch (MockYaml.Read(yaml, file, warnings))
        {
            case null or MockScalar { Text: "" }:
                break;
            case MockMapping root:
                foreach (var entry in root.Entries)
                {
                    States[entry.Key.Text] = State(entry);
                }

                break;
            case var other:
                throw new MockDataException(file, other.Place.Line, other.Place.Column, "mock data is a map of state names, and this is not a map");
        }
    }

    private ReadState State(MockEntry entry)
    {
        var moves = new List<(MockPlace, string)>();
        if (entry.Value is not MockMapping map)
        {
            if (entry.Value is not MockScalar { Text: "" })
            {
                Warn(entry.Value, $"the state '{entry.Key.Text}' is not a map; it is taken as empty");
            }

            return new ReadState(file, entry.Key.Place, new MockState(entry.Key.Text), moves);
        }

        CheckOptions(map, StateOptions, $"state '{entry.Key.Text}'");
        var commands = map.Find("commands");
        var keys = map.Find("keys");
        var newState = Move(map, moves);
        var state = new MockState(entry.Key.Text)
        {
            Prompt = MockText.Prompt(Text(map.Find("prompt"), "prompt") ?? ""),
            Preface = Preface(map),
            NewState = newState,
            Commands = Commands(commands, "commands"),
            Keys = [.. Commands(keys, "keys").Select(key => new MockKey(key.Key, KeyNames.Bytes(key.Key), key.Value)).Where(key => key.Bytes.Length > 0)],
        };
        moves.AddRange(MovesOf(commands));
        moves.AddRange(MovesOf(keys));
        return new ReadState(file, entry.Key.Place, state, moves);
    }

    private MockCommand? Preface(MockMapping state)
    {
        switch (state.Find("preface"))
        {
            case null:
                return null;
            case MockMapping map:
                CheckOptions(map, PrefaceOptions, "preface");
                return new MockCommand { Responses = Responses(map.Find("response")), Timing = Timing(map.Find("timing") ?? state.Find("timing")) };
            case var text:
                return new MockCommand { Responses = Responses(text), Timing = Timing(state.Find("timing")) };
        }
    }

    private Dictionary<string, MockCommand> Commands(MockNode? node, string option)
    {
        if (node is not MockMapping map)
        {
            if (node is not null)
            {
                Warn(node, $"'{option}' is a map of what is typed to what is answered, and this is not a map; it is ignored");
            }

            return new(StringComparer.Ordinal);
        }

        if (!_maps.TryGetValue(map, out var commands))
        {
            commands = new Dictionary<string, MockCommand>(map.Entries.Count, StringComparer.Ordinal);
            foreach (var entry in map.Entries)
            {
                commands[entry.Key.Text] = Command(entry);
            }

            _maps.Add(map, commands);
        }

        return commands;
    }

    private MockCommand Command(MockEntry entry)
    {
        if (!_commands.TryGetValue(entry.Value, out var command))
        {
            command = entry.Value is MockMapping map ? Command(map, entry.Key.Text) : new MockCommand { Responses = Responses(entry.Value) };
            _commands.Add(entry.Value, command);
        }

        return command;
    }

    private MockCommand Command(MockMapping map, string name)
    {
        CheckOptions(map, CommandOptions, $"command '{name}'");
        var kind = Text(map.Find("response_type"), "response_type");
        if (kind is not (null or "circular"))
        {
            Warn(map.Find("response_type")!, $"unknown response_type '{kind}'; there is 'circular'");
        }

        var moves = new List<(MockPlace, string)>();
        var newState = Move(map, moves);
        _moves[map] = moves;
        return new MockCommand
        {
            Responses = Responses(map.Find("response")),
            IsCircular = kind == "circular",
            NewState = newState,
            Timing = Timing(map.Find("timing")),
        };
    }

    private IEnumerable<(MockPlace, string)> MovesOf(MockNode? commands) => commands is MockMapping map
        ? map.Entries.SelectMany(entry => _moves.GetValueOrDefault(entry.Value, []))
        : [];

    private string? Move(MockMapping map, List<(MockPlace, string)> moves)
    {
        var node = map.Find("new_state");
        if (Text(node, "new_state") is not { Length: > 0 } target)
        {
            return null;
        }

        moves.Add((node!.Place, target));
        return target;
    }

    private IReadOnlyList<MockText> Responses(MockNode? node) => node switch
    {
        MockSequence list => [.. list.Items.Select(Response)],
        null or MockScalar { Text: "" } => [],
        _ => [Response(node)],
    };

    private MockText Response(MockNode node)
    {
        const string FileMark = "file|";
        if (Text(node, "response") is not { } text)
        {
            return MockText.Empty;
        }

        if (!text.StartsWith(FileMark, StringComparison.Ordinal))
        {
            return MockText.From(text);
        }

        if (files.Find(text[FileMark.Length..]) is { } found)
        {
            return found;
        }

        Warn(node, $"the file '{text[FileMark.Length..].Trim()}' is neither in the folder of the mock data nor in one above; the response is empty");
        return MockText.Empty;
    }

    private List<LineTiming> Timing(MockNode? node)
    {
        var result = new List<LineTiming>();
        foreach (var item in node is MockSequence list ? list.Items : node is null ? [] : [node])
        {
            if (item is MockScalar scalar && LineTiming.TryParse(scalar.Text, out var timing))
            {
                result.Add(timing);
            }
            else
            {
                Warn(item, "a timing is '<first line>:<line after the last>,<start delay>[,<line interval>[,<character interval>]]' in seconds; this one is ignored");
            }
        }

        return result;
    }

    private string? Text(MockNode? node, string option)
    {
        if (node is null or MockScalar)
        {
            return (node as MockScalar)?.Text;
        }

        Warn(node, $"'{option}' is a text, and this is not; it is ignored");
        return null;
    }

    private void CheckOptions(MockMapping map, string[] known, string where)
    {
        foreach (var entry in map.Entries)
        {
            if (Array.IndexOf(known, entry.Key.Text) < 0)
            {
                Warn(entry.Key, $"unknown option '{entry.Key.Text}' in {where} does nothing{Nearest.Hint(entry.Key.Text, known)}");
            }
        }
    }

    private void Warn(MockNode node, string message)
    {
        if (_warned.Add(node))
        {
            warnings.Add(new MockDataWarning(file, node.Place.Line, node.Place.Column, message));
        }
    }
}
