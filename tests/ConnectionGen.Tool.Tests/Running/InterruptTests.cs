namespace ConnectionGen.Tool.Tests;

public sealed class InterruptTests
{
    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_closes_every_session_and_ends_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal cannot be sent to one process there");
        await using var lab = await LabFolder.StartAsync(5);
        await using var run = ToolCommand.StartInterruptible("run", "-t", lab.Testbed, "show clock", "reload");
        // a line for each device before: its second command is under way
        var output = "";
        while (output.Split("> reload\n").Length <= 5)
            output += await run.ReadToAsync("\n");

        await run.InterruptAsync(TestContext.Current.CancellationToken);

        var (code, errors) = await run.EndAsync();
        Assert.Equal(130, code);
        Assert.Equal("connectiongen: interrupted; all sessions are closed\n", errors.ReplaceLineEndings("\n"));
        await lab.SessionsEndedAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_ends_the_wait_for_a_device_that_says_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal cannot be sent to one process there");
        using var mute = new MutePort();
        await using var lab = await LabFolder.StartAsync(3, ["r3"], mute.Number);
        await using var run = ToolCommand.StartInterruptible("connect", "-t", lab.Testbed);
        var output = "";
        while (output.Split(" - connected via vty\n").Length <= 2)
            output += await run.ReadToAsync("\n");

        await run.InterruptAsync(TestContext.Current.CancellationToken);

        Assert.Equal((130, "connectiongen: interrupted; all sessions are closed\n"), await run.EndAsync());
        await lab.SessionsEndedAsync();
    }
}
