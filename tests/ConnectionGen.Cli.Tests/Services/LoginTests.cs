using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Tests.Transports;
using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Cli.Tests.Services;

public class LoginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CL-55", "CL-56", "DG-11")]
    public async Task A_second_login_takes_the_second_credential()
    {
        var link = new MemoryTransport().Says("Terminal server\r\nUsername: ");
        link.OnLine = line => line switch
        {
            "one" => "one\r\nPassword: ",
            "secret-1" => "\r\nTrying...\r\n\r\nUser Access Verification\r\n\r\nlogin: ",
            "two" => "two\r\nPassword: ",
            _ => "\r\nr1> ",
        };
        var line = await LoginAsync(link, ("one", "secret-1"), ("two", "secret-2"));
        Assert.Equal("disable", line.Mode?.Name);
        Assert.Equal("one\rsecret-1\rtwo\rsecret-2\r", link.Sent);
    }

    [Fact, Behaviour("CL-48")]
    public async Task A_login_that_is_refused_names_the_credential_and_no_secret()
    {
        var link = new MemoryTransport().Says("login: ");
        link.OnLine = line => line == "one" ? "one\r\nPassword: " : "secret-1\r\nLogin incorrect\r\n\r\nlogin: ";
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(link, ("one", "secret-1")));
        Assert.Equal("memory: the login was refused ('Login incorrect') after the credentials 'one' were sent.", e.Message);
    }

    [Fact]
    public async Task A_password_that_is_asked_for_again_was_refused()
    {
        var link = new MemoryTransport().Says("Password: ");
        link.OnLine = _ => "\r\nPassword: ";
        var e = await Assert.ThrowsAsync<CredentialsExhaustedException>(() => LoginAsync(link, ("vty", "secret-1")));
        Assert.Equal(["vty"], e.Credentials);
        Assert.StartsWith("memory: the device asks for a login again after the credentials 'vty' were sent.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_without_credentials_says_so()
    {
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(new MemoryTransport().Says("login: ")));
        Assert.Equal("memory: the device asks for a login, and the testbed gives it no credentials.", e.Message);
    }

    [Fact, Behaviour("CL-38", "CL-39", "CL-43")]
    public async Task A_silent_console_is_sent_enter()
    {
        var time = new FakeTimeProvider();
        var link = new MemoryTransport().Says("Escape character is '^]'.\r\n");
        link.OnLine = _ => "\r\nr1# ";
        var terminal = new Terminal(link, new TerminalSettings { TimeProvider = time });
        var line = new CommandLine(terminal, CliPlatforms.Ios, () => new EnablePasswords([]));
        using var deadline = new Deadline(time, TimeSpan.FromSeconds(60), Token);
        var wait = line.FindPromptAsync(new LoginDialog(LoginPlan.None, CliPlatforms.Ios, HostKeyPolicy.Strict).Dialog, TimeSpan.FromSeconds(3), deadline).AsTask();
        for (var second = 0; second < 20 && !wait.IsCompleted; second++)
        {
            await Task.Delay(20, Token);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await wait;
        Assert.Equal("\r", link.Sent);
        Assert.Equal("enable", line.Mode?.Name);
    }

    [Fact, Behaviour("CL-26", "CL-33", "CL-40", "CL-44")]
    public async Task Questions_of_a_new_device_are_answered()
    {
        var link = new MemoryTransport().Says("Would you like to enter the initial configuration dialog? [yes/no]: ");
        link.OnLine = line => line == "no" ? "no\r\n\r\nPress RETURN to get started!\r\n" : "\r\nRouter> ";
        var line = await LoginAsync(link);
        Assert.Equal("Router", line.HostName);
        Assert.StartsWith("no\r\r", link.Sent, StringComparison.Ordinal);
    }

    [Fact, Behaviour("CL-33", "CL-41")]
    public async Task The_question_of_an_ssh_client_for_a_host_key_is_answered_as_the_path_says()
    {
        const string Question = "ED25519 key fingerprint is SHA256:abcDEF+/123.\r\nAre you sure you want to continue connecting (yes/no/[fingerprint])? ";
        var link = new MemoryTransport().Says(Question);
        var e = await Assert.ThrowsAsync<HostKeyRefusedException>(() => LoginAsync(link));
        Assert.Contains("does not know, SHA256:abcDEF+/123.", e.Message, StringComparison.Ordinal);
        Assert.Equal("", link.Sent);
        link = new MemoryTransport().Says(Question);
        link.OnLine = static _ => "\r\nr1> ";
        await LoginAsync(link, HostKeyPolicy.AcceptNew);
        Assert.Equal("yes\r", link.Sent);
    }

    [Fact, Behaviour("CL-42", "PW-28")]
    public async Task The_question_for_a_keys_passphrase_takes_that_of_the_credential()
    {
        const string Question = "Enter passphrase for key '/home/me/.ssh/id_rsa': ";
        var link = new MemoryTransport().Says(Question);
        link.OnLine = static _ => "\r\nr1> ";
        await LoginAsync(link, HostKeyPolicy.Strict, new LoginCredential("key", static () => "me", static () => null, static () => "pass-phrase"));
        Assert.Equal("pass-phrase\r", link.Sent);
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(new MemoryTransport().Says(Question), ("none", "secret-1")));
        Assert.Equal("memory: a key's passphrase is asked for, and the credential 'none' has none (key: passphrase).", e.Message);
    }

    private static Task<CommandLine> LoginAsync(MemoryTransport link, params (string Name, string Password)[] credentials) =>
        LoginAsync(link, HostKeyPolicy.Strict, [.. credentials.Select(c => new LoginCredential(c.Name, () => c.Name, () => c.Password, () => null))]);

    private static async Task<CommandLine> LoginAsync(MemoryTransport link, HostKeyPolicy hostKeys, params LoginCredential[] credentials)
    {
        var line = new CommandLine(new Terminal(link), CliPlatforms.Ios, () => new EnablePasswords([]));
        using var deadline = new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30), Token);
        await line.FindPromptAsync(new LoginDialog(new LoginPlan(credentials, []), CliPlatforms.Ios, hostKeys).Dialog, nudge: null, deadline);
        return line;
    }
}
