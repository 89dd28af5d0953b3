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
}
