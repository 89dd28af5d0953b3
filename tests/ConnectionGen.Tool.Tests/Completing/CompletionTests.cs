namespace ConnectionGen.Tool.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("connectiongen va", "validate")]
    [InlineData("connectiongen show --fo", "--format")]
    [InlineData("connectiongen show x.yaml --format m", "mermaid")]
    [InlineData("connectiongen run -t LAB -d ", "r1 r2")]
    [InlineData("connectiongen run -t LAB --via ", "vty")]
    public async Task Bash_completes_commands_options_devices_and_paths(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        await using var lab = await LabFolder.StartAsync();
        line = line.Replace("LAB", lab.Testbed, StringComparison.Ordinal);
        var script = (await ToolRun.OfAsync("completion", "bash")).Output;
        await using var shell = RunningProcess.Start("/bin/bash", "-c", $$"""
            connectiongen() { '{{ToolCommand.Host}}' '{{ToolCommand.Assembly}}' "$@"; }
            {{script}}
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            COMP_WORDS=($COMP_LINE); [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _connectiongen
            echo "${COMPREPLY[*]} ."
            """);

        Assert.Equal($"{expected} .\n", await shell.ReadToAsync(".\n"));
        Assert.Equal((0, ""), await shell.EndAsync());
    }

    [Theory]
    [InlineData("zsh", "compdef _connectiongen connectiongen")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName connectiongen")]
    public async Task Other_shells_have_a_script_too(string shell, string line)
    {
        var run = await ToolRun.OfAsync("completion", shell);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }
}
