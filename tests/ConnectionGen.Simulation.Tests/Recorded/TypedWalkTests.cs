using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>From the states that nothing leads to, every other state of each recorded system is reached by typing alone, over a socket, and each byte on the way is compared.</summary>
public sealed class TypedWalkTests
{
    private const string HostName = "edge-1";
    private const string CtrlD = "\u0004";

    [Theory]
    [InlineData("asa")]
    [InlineData("comware")]
    [InlineData("eos")]
    [InlineData("generic")]
    [InlineData("ios")]
    [InlineData("iosxe")]
    [InlineData("iosxr")]
    [InlineData("junos")]
    [InlineData("linux")]
    [InlineData("nxos")]
    [InlineData("sros")]
    public async Task Every_state_is_reached_by_what_is_typed(string system)
    {
        var data = MockData.Load(RecordedData.Path(system));
        await using var device = SimulatedDevice.Start(data, new() { HostName = HostName, Speed = double.PositiveInfinity, SessionLimit = 1 });
        var (known, starts, sessions, bytes) = (new HashSet<string>(StringComparer.Ordinal), 0, 0, 0L);
        foreach (var start in Starts(data))
        {
            if (known.Contains(start.Name))
            {
                continue;
            }

            starts++;
            device.Lines[0].MoveTo(start.Name);
            foreach (var walk in Walks(data, start, known))
            {
                var expected = walk.Expected(data);
                await using var client = await RawClient.ConnectAsync(device.Port);
                await client.SendAsync(walk.Typed + CtrlD);
                var shown = await client.ReadToEndAsync();

                Assert.Equal($"{walk.Typed}\n{expected}", $"{walk.Typed}\n{shown}");
                Assert.Equal(expected.State!.Name, device.Sessions[^1].State);
                sessions++;
                bytes += Encoding.UTF8.GetByteCount(shown);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{system}: {known.Count} of {data.States.Count} states from {starts} starts in {sessions} sessions, {bytes} bytes as the data says");
        Assert.Equal(data.States.Keys.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    /// <summary>What nothing leads to comes first; of states that only lead to each other, one is as good as another.</summary>
    private static IEnumerable<MockState> Starts(MockData data)
    {
        var targets = data.States.Values.SelectMany(Moves).Select(move => move.Target).Concat(data.States.Values.Select(state => state.NewState)).ToHashSet(StringComparer.Ordinal);
        return data.States.Values.OrderBy(state => targets.Contains(state.Name));
    }

    /// <summary>The shortest way to each state that is not known yet.</summary>
    private static IEnumerable<Walk> Walks(MockData data, MockState start, HashSet<string> known)
    {
        var open = new Queue<(MockState State, Walk Walk)>();
        if (Arrive(data, start.Name, known) is { } first)
        {
            open.Enqueue((first, new Walk(start, [])));
        }

        while (open.TryDequeue(out var here))
        {
            yield return here.Walk;
            foreach (var move in Moves(here.State))
            {
                if (!known.Contains(move.Target) && Arrive(data, move.Target, known) is { } next)
                {
                    open.Enqueue((next, here.Walk with { Moves = [.. here.Walk.Moves, move] }));
                }
            }
        }
    }

    /// <summary>The state where a move comes to rest, with all that it passes counted as known; null where that leads nowhere.</summary>
    private static MockState? Arrive(MockData data, string name, HashSet<string> known)
    {
        MockState? state = null;
        for (string? next = name; next is not null; next = state.NewState)
        {
            state = data.States.GetValueOrDefault(next);
            if (state is null)
            {
                return null;
            }

            known.Add(state.Name);
        }

        return state;
    }

    private static IEnumerable<Move> Moves(MockState state) =>
    [
        .. state.Commands.Where(command => command.Value.NewState is not null).Select(command => new Move(command.Key + "\r", command.Key, command.Value)),
        .. state.Keys.Where(key => key.Command.NewState is not null).Select(key => new Move(Encoding.Latin1.GetString(key.Bytes.Span), null, key.Command)),
    ];

    private sealed record Move(string Typed, string? Line, MockCommand Command)
    {
        public string Target => Command.NewState!;
    }

    private sealed record Walk(MockState Start, IReadOnlyList<Move> Moves)
    {
        public string Typed => string.Concat(Moves.Select(move => move.Typed));

        public ExpectedBytes Expected(MockData data)
        {
            var expected = new ExpectedBytes(data, HostName).Enter(Start.Name);
            foreach (var move in Moves)
            {
                _ = move.Line is { } line ? expected.Line(line, move.Command, 0) : expected.Key(move.Command, 0);
            }

            return expected;
        }
    }
}
