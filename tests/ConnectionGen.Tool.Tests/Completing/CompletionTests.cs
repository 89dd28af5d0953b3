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

    /// <summary>A zsh on a terminal of its own, in which each line and Tab are typed; <c>menu_complete</c> takes the first of several.</summary>
    [Fact]
    public async Task Zsh_completes_commands_options_devices_paths_and_files()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/zsh"), "there is no zsh on this machine (apt install zsh)");
        await using var lab = await LabFolder.StartAsync();
        var completion = await lab.WriteAsync("completion.zsh", (await ToolRun.OfAsync("completion", "zsh")).Output);
        var lines = lab.Of("lines.txt");
        await using var shell = RunningProcess.Start("/usr/bin/zsh", "-f", "-c", $$"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "cd '{{lab.Path}}'; PS1=; autoload -U compinit; compinit -D -u; setopt menu_complete no_beep"
            zpty -w shell "connectiongen() { '{{ToolCommand.Host}}' '{{ToolCommand.Assembly}}' \"\$@\" }; source '{{completion}}'"
            zpty -w shell 'say() { print -r -- "$BUFFER" >> {{lines}}; BUFFER= }; zle -N say; bindkey "^T" say'
            for line in 'va' 'show --fo' 'show x.yaml --format m' 'run -d ' 'run --via ' 'validate testb'
            do zpty -n -w shell "connectiongen $line"$'\t\x14'; done
            zpty -w shell exit
            while zpty -r shell part; do; done
            echo over
            """);

        Assert.Equal("over\n", await shell.ReadToAsync("over\n"));
        Assert.Equal(
            ["validate", "show --format", "show x.yaml --format mermaid", "run -d r1", "run --via vty", "validate testbed.yaml"],
            (await File.ReadAllLinesAsync(lines, TestContext.Current.CancellationToken)).Select(static line => line["connectiongen ".Length..].TrimEnd()));
    }

    [Fact]
    public async Task PowerShell_completes_commands_options_devices_paths_and_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program that stands for the command is a shell's script");
        Assert.SkipUnless((await PowerShell("-NoProfile", "-Command", "exit 0").EndAsync()).Code == 0, "the tool PowerShell of this repository is not there (dotnet tool restore)");
        await using var lab = await LabFolder.StartAsync();
        // a completer for programs is asked for programs alone
        var program = await lab.WriteAsync("connectiongen", $"#!/bin/sh\nexec '{ToolCommand.Host}' '{ToolCommand.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = await lab.WriteAsync("complete.ps1", $$"""
            $env:PATH = '{{lab.Path}}:' + $env:PATH
            Set-Location '{{lab.Path}}'
            connectiongen completion pwsh | Out-String | Invoke-Expression
            foreach ($line in 'va', 'show --fo', 'show x.yaml --format m', 'run -d ', 'run --via ', 'validate testb') {
              $line = "connectiongen $line"
              "$((TabExpansion2 $line $line.Length).CompletionMatches.CompletionText -join ' ')"
            }
            'over'

            """);
        await using var shell = PowerShell("-NoProfile", "-File", script);

        Assert.Equal("validate\n--format\nmermaid\nr1 r2\nvty\n./testbed.yaml\nover\n", await shell.ReadToAsync("over\n"));
    }

    /// <summary>The tool of the repository's manifest, which is found in its folders.</summary>
    private static RunningProcess PowerShell(params IEnumerable<string> arguments) =>
        RunningProcess.Start("/usr/bin/env", ["-C", GuidePage.Root, ToolCommand.Host, "tool", "run", "pwsh", "--", .. arguments]);

    // where none of these shells is
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
