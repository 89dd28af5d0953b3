namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>A path with a command: the device is at a program's standard streams.</summary>
public sealed class ProcessPathTests : IDisposable
{
    private const string Router =
        """
        echo "$*" >&2
        printf 'Username: '; read user
        printf 'Password: '; read password
        if [ "$password" != right ]; then echo '% Login invalid'; exit 1; fi
        printf 'r1> '
        prompt='r1> '
        while read line; do
          case "$line" in
            enable) prompt='r1# ';;
            'show clock') echo 12:00;;
            'show lines') i=0; while [ $i -lt 2000 ]; do i=$((i+1)); echo $i; done;;
            die) echo 'out of memory' >&2; exit 9;;
            exit) exit 0;;
          esac
          printf '%s' "$prompt"
        done
        """;

    private readonly string _script = Path.GetTempFileName();

    public ProcessPathTests() => File.WriteAllText(_script, Router.ReplaceLineEndings("\n"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_script);

    [Fact]
    public async Task A_device_behind_a_program_is_logged_in_to_and_answers()
    {
        await using var lab = Lab($"sh {_script} one 'two words'");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Equal(("enable", "r1"), (connection.Mode, connection.HostName));
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 2000)), await connection.ExecuteAsync("show lines", cancellationToken: Token));
        Assert.Equal(2000, (await connection.ExecuteLinesAsync("show lines", cancellationToken: Token).ToListAsync(Token)).Count);
        await lab.Devices["r1"].DisconnectAsync(cancellationToken: Token);
        Assert.False(connection.IsConnected);
        await connection.ConnectAsync(Token);
        Assert.Equal("12:00", await connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task A_program_that_ends_is_a_closed_link_that_says_how()
    {
        await using var lab = Lab($"sh {_script} hello");
        var connection = await lab.Devices["r1"].ConnectAsync<CliConnection>(cancellationToken: Token);
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => connection.ExecuteAsync("die", cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli' (process 'sh') in mode enable: the link was closed while waiting for ", e.Message, StringComparison.Ordinal);
        Assert.Contains(" process 'sh' has ended with exit code 9; it said: hello; out of memory. ", e.Message, StringComparison.Ordinal);
        Assert.False(connection.IsConnected);
    }

    [Fact]
    public async Task A_wrong_password_is_said_as_on_any_way()
    {
        await using var lab = Lab($"sh {_script}", "wrong-secret");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli' (process 'sh'): the login was refused ('% Login invalid') after the credentials 'default' were sent.", e.Message);
    }

    [Theory, Behaviour("CL-53")]
    [InlineData("no-such-program-here", "Cannot start 'no-such-program-here': there is no such program.")]
    [InlineData("sh -c 'secret", "A quote in the command that starts 'sh' is not closed. (key: command)")]
    public async Task A_program_that_cannot_be_started_is_said_with_device_and_path(string command, string message)
    {
        await using var lab = Lab(command);
        var e = await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Equal($"'default' of 'r1' via 'cli': {message}", e.Message);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    private static Testbed Lab(string command, string password = "right") => Testbed.Parse(
        $"""
        devices:
          r1:
            os: frr
            credentials:
              default:
                username: admin
                password: {password}
            connections:
              cli:
                command: "{command}"
        """);
}
