namespace ConnectionGen.Simulation.Tests;

public sealed class PatternTests
{
    [Fact]
    public async Task A_pattern_answers_with_what_it_captured_and_the_data_comes_first()
    {
        var options = new SimulatedDeviceOptions
        {
            HostName = "r1",
            InitialState = "exec",
            Patterns =
            {
                new CommandPattern(@"ping (?<target>\S+)(?: count (?<count>\d+))?", "Sending to {target}, count '{count}', from %N"),
                new CommandPattern("show .*", "not this one"),
                new CommandPattern("up", "", state: "exec", newState: "enable"),
            },
        };
        await using var device = SimulatedDevice.Create(MockData.Parse(Device.Router), options);
        await using var client = RawClient.Over(device.OpenStream());
        await client.ReadToAsync("r1>");

        Assert.Equal("ping 10.0.0.1 count 3\r\nSending to 10.0.0.1, count '3', from r1\r\nr1>", await client.CommandAsync("ping 10.0.0.1 count 3", "r1>"));
        Assert.Equal("ping h\r\nSending to h, count '', from r1\r\nr1>", await client.CommandAsync("ping h", "r1>"));
        Assert.Equal("show nothing\r\nr1>", await client.CommandAsync("show nothing", "r1>"));
        Assert.Equal("pings\r\n% Invalid command \"pings\"\r\nr1>", await client.CommandAsync("pings", "r1>"));
        Assert.Equal("up\r\nBe careful.\r\nr1#", await client.CommandAsync("up", "r1#"));
        Assert.Equal("up", (await UnexpectedAsync(client, device)).Text);
    }

    [Fact]
    public void A_pattern_is_matched_in_linear_time() => Assert.Throws<NotSupportedException>(() => new CommandPattern(@"(a)\1", ""));

    private static async Task<SimulatedCommand> UnexpectedAsync(RawClient client, SimulatedDevice device)
    {
        await client.CommandAsync("up", "r1#");
        return device.UnexpectedCommands[^1];
    }
}
