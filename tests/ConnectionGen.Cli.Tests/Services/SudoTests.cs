using ConnectionGen.Cli.Tests.Connections;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>A password that is asked for in the middle of a command.</summary>
public sealed class SudoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("PW-23")]
    public async Task Sudo_is_given_the_password_of_its_credential()
    {
        await using var host = await StartAsync("right");
        Assert.EndsWith("\nroot", await host.Connection.ExecuteAsync("sudo whoami", cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_again_it_was_refused()
    {
        await using var host = await StartAsync("wrong");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.Connection.ExecuteAsync("sudo whoami", cancellationToken: Token));
        Assert.EndsWith("the password of the credential 'sudo' was refused.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", e.ToString(), StringComparison.Ordinal);
        Assert.Equal("tester", await host.Connection.ExecuteAsync("whoami", cancellationToken: Token));
    }

    [Fact, Behaviour("PW-22")]
    public async Task Other_questions_for_a_password_are_left_to_the_commands_own_dialog()
    {
        await using var host = await StartAsync("right");
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => host.Connection.ExecuteAsync("su", TimeSpan.FromMilliseconds(300), cancellationToken: Token));
        Assert.Contains("Password:", e.Message, StringComparison.Ordinal);
    }

    private static async Task<MemoryRouter> StartAsync(string password)
    {
        var host = MemoryRouter.Make("linux", $", credentials: {{sudo: {{password: {password}}}}}", greeting: "tester@host:~$ ");
        host.Echoes = false;
        host.Reply = line => line switch
        {
            "sudo whoami" => "sudo whoami\r\n[sudo] password for tester: ",
            "whoami" => "whoami\r\ntester\r\ntester@host:~$ ",
            "su" => "su\r\nPassword: ",
            "right" => "\r\nroot\r\ntester@host:~$ ",
            "wrong" => "\r\nSorry, try again.\r\n[sudo] password for tester: ",
            _ => line + "\r\ntester@host:~$ ",
        };
        await host.Connection.ConnectAsync(Token);
        host.Link.OnText = static text => text == "\x03" ? "\r\nsudo: 1 incorrect password attempt\r\ntester@host:~$ " : null;
        return host;
    }
}
