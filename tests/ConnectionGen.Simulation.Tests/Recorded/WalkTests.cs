using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>
/// Every state of every recorded system is entered over a socket, and every command and key of it given; each byte that comes back is
/// compared with the data.
/// </summary>
public sealed class WalkTests
{
    private const string HostName = "edge-1";
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);
    private int _lines;
    private int _keys;
    private long _bytes;

    [Theory]
    [InlineData("asa", 37, 19)]
    [InlineData("comware", 12, 7)]
    [InlineData("eos", 15, 5)]
    [InlineData("generic", 56, 17)]
    [InlineData("ios", 208, 109)]
    [InlineData("iosxe", 45, 14)]
    [InlineData("iosxr", 42, 14)]
    [InlineData("junos", 35, 15)]
    [InlineData("linux", 1646, 74)]
    [InlineData("nxos", 457, 112)]
    [InlineData("sros", 48, 11)]
    public async Task Every_command_of_every_state_is_answered_with_the_bytes_of_the_data(string system, int entries, int states)
    {
        var data = MockData.Load(RecordedData.Path(system));
        await using var device = await SimulatedDevice.StartAsync(data, new() { HostName = HostName, Speed = double.PositiveInfinity, SessionLimit = 1 }, TestContext.Current.CancellationToken);
        foreach (var state in data.States.Values)
        {
            device.Lines[0].MoveTo(state.Name);
            foreach (var (line, command) in state.Commands)
            {
                await GiveAsync(device, state, line + "\r", command, (expected, call) => expected.Line(line, command, call));
                _lines++;
            }

            foreach (var key in state.Keys)
            {
                await GiveAsync(device, state, Encoding.Latin1.GetString(key.Bytes.Span), key.Command, (expected, call) => expected.Key(key.Command, call));
                _keys++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{system}: {_reached.Count} of {data.States.Count} states reached by commands, {_lines} commands and {_keys} keys given, {_bytes} bytes as the data says");
        Assert.Equal((entries, states), (_lines + _keys, data.States.Count));
        Assert.Empty(Targets(data).Except(_reached));
    }

    /// <summary>Gives a command as often as it has responses, and once more, while it stays in its state.</summary>
    private async Task GiveAsync(SimulatedDevice device, MockState state, string typed, MockCommand command, Func<ExpectedBytes, int, ExpectedBytes> play)
    {
        const string CtrlD = "\u0004";
        var expected = new ExpectedBytes(device.Data, HostName).Enter(state.Name);
        var start = expected.State;
        var calls = 0;
        do
        {
            play(expected, calls++);
        }
        while (command.Responses.Count > 1 && expected.State == state && start == state && calls <= command.Responses.Count);

        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.SendAsync(string.Concat(Enumerable.Repeat(typed, calls)) + CtrlD);
        var shown = await client.ReadToEndAsync();

        var where = $"{state.Name}: {typed.TrimEnd()}";
        if (expected.State is null)
        {
            Assert.StartsWith($"{where}\n{expected}% Mock data: ", $"{where}\n{shown}", StringComparison.Ordinal);
            return;
        }

        Assert.Equal($"{where}\n{expected}", $"{where}\n{shown}");
        _reached.Add(device.Sessions[^1].State);
        _bytes += Encoding.UTF8.GetByteCount(shown);
    }

    /// <summary>The states that commands and keys lead to, less those that move on at once.</summary>
    private static IEnumerable<string> Targets(MockData data) =>
        from state in data.States.Values
        from command in state.Commands.Values.Concat(state.Keys.Select(key => key.Command))
        where command.NewState is not null && data.States.TryGetValue(command.NewState, out var target) && target.NewState is null
        select command.NewState;
}
