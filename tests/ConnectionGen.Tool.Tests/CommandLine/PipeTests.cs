namespace ConnectionGen.Tool.Tests;

public sealed class PipeTests
{
    [Fact]
    public async Task A_pipe_that_is_closed_is_no_error()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        await using var shell = RunningProcess.Start("/bin/bash", "-c", $"'{ToolCommand.Host}' '{ToolCommand.Assembly}' schema | head -n 1; echo \"code ${{PIPESTATUS[0]}}\"");

        var output = await shell.ReadToAsync("code 0\n");

        Assert.Equal("{\ncode 0\n", output);
        Assert.Equal((0, ""), await shell.EndAsync());
    }
}
