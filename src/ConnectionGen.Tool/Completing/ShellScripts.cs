namespace ConnectionGen.Tool;

/// <summary>Scripts that hand the line and the cursor's place to the directive <c>[suggest:…]</c>, and show what it prints.</summary>
internal static class ShellScripts
{
    private const string Bash = """
        # connectiongen: in ~/.bashrc, eval "$(connectiongen completion bash)"
        _connectiongen() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(connectiongen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            [ "${#COMPREPLY[@]}" -gt 0 ] || compopt -o default 2>/dev/null
        }
        complete -F _connectiongen connectiongen

        """;

    private const string Zsh = """
        # connectiongen: in ~/.zshrc after compinit, eval "$(connectiongen completion zsh)"
        _connectiongen() {
            local -a found
            found=("${(@f)$(connectiongen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            found=(${found:#})
            if (( ${#found} )); then compadd -a found; else _files; fi
        }
        compdef _connectiongen connectiongen

        """;

    private const string Pwsh = """
        # connectiongen: in $PROFILE, connectiongen completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName connectiongen -ScriptBlock {
            param($word, $ast, $cursor)
            connectiongen "[suggest:$cursor]" "$ast" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    public static string Of(string shell) => (shell switch { "bash" => Bash, "zsh" => Zsh, _ => Pwsh }).ReplaceLineEndings("\n");
}
