namespace ConnectionGen.Simulation.Tests;

/// <summary>Two supervisors of one device: a port each, and hooks that move each other.</summary>
public sealed class SupervisorTests
{
    private const string Yaml = """
        active:
          prompt: "%N#"
          commands:
            "show redundancy": "my state = 13 -ACTIVE"
        standby:
          prompt: "%N-stby>"
          commands:
            "show redundancy": "my state = 8 -STANDBY HOT"
        booting:
          preface: "System Bootstrap"
          new_state: standby
        """;

    [Fact]
    [Behaviour("MD-11")]
    public async Task A_switchover_moves_both_lines_and_back()
    {
        await using var device = SimulatedDevice.Start(MockData.Parse(Yaml), Supervisors(LineKind.Vty));
        await using var one = await RawClient.ConnectAsync(device.Lines[0].Port);
        await using var two = await RawClient.ConnectAsync(device.Lines[1].Port);
        Assert.Equal("r1#", await one.ReadToAsync("r1#"));
        Assert.Equal("r1-stby>", await two.ReadToAsync("r1-stby>"));

        Assert.Equal("switchover\r\nSystem Bootstrap\r\nr1-stby>", await one.CommandAsync("switchover", "r1-stby>"));
        Assert.Equal("\r\nr1#", await two.ReadToAsync("r1#"));
        Assert.Equal("show redundancy\r\nmy state = 8 -STANDBY HOT\r\nr1-stby>", await one.CommandAsync("show redundancy", "r1-stby>"));

        Assert.Equal("switchover\r\nSystem Bootstrap\r\nr1-stby>", await two.CommandAsync("switchover", "r1-stby>"));
        Assert.Equal("\r\nr1#", await one.ReadToAsync("r1#"));
        Assert.Equal(["active", "booting"], device.Lines.Select(line => line.State));
    }

    [Fact]
    public async Task A_console_that_was_moved_while_nobody_was_there_shows_it_after_Enter()
    {
        await using var device = SimulatedDevice.Start(MockData.Parse(Yaml), Supervisors(LineKind.Console));
        await using var one = await RawClient.ConnectAsync(device.Lines[0].Port);
        Assert.Equal("\r\nr1#", await one.CommandAsync("", "r1#"));
        await one.CommandAsync("switchover", "r1-stby>");

        await using var two = await RawClient.ConnectAsync(device.Lines[1].Port);

        Assert.Equal("\r\nr1#", await two.CommandAsync("", "r1#"));
    }

    private static SimulatedDeviceOptions Supervisors(LineKind kind) => new()
    {
        HostName = "r1",
        Lines = [new("active", "active", kind), new("standby", "standby", kind)],
        Hooks =
        {
            ["active"] = static (session, line, _) =>
            {
                if (line != "switchover")
                {
                    return ValueTask.FromResult(false);
                }

                var mine = session.Session.Line;
                session.Device.Lines.Single(other => other != mine).MoveTo("active");
                mine!.MoveTo("booting");
                return ValueTask.FromResult(true);
            },
        },
    };
}
