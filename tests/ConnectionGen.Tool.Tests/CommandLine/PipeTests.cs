namespace ConnectionGen.Tool.Tests;

public sealed class PipeTests
{
    [Fact]
    public async Task A_pipe_that_is_closed_is_no_error()
    {
        var (output, errors) = await HeadAsync("schema", lines: 1);

        Assert.Equal(("{\ncode 0\n", ""), (output, errors));
    }

    /// <summary>Who reads no more than a few lines does not keep the devices from being asked, nor their sessions open.</summary>
    [Fact]
    public async Task Who_looks_at_the_first_line_of_many_answers_ends_nothing()
    {
        await using var lab = await LabFolder.StartAsync(20);

        var (output, errors) = await HeadAsync($"run -t '{lab.Testbed}' 'show inventory'", lines: 1);

        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} r\d+ default > show inventory\ncode 0\n$", output);
        Assert.Equal("20 devices answered\n", errors);
        await lab.SessionsEndedAsync();
    }

    private static async Task<(string Output, string Errors)> HeadAsync(string arguments, int lines)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        await using var shell = RunningProcess.Start("/bin/bash", "-c", $"'{ToolCommand.Host}' '{ToolCommand.Assembly}' {arguments} | head -n {lines}; echo \"code ${{PIPESTATUS[0]}}\"");
        var output = await shell.ReadToAsync("code 0\n");
        var (code, errors) = await shell.EndAsync();
        Assert.Equal(0, code);
        return (output, errors);
    }
}
