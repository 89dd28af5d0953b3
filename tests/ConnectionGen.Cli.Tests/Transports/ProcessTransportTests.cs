using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

/// <summary>Programs of a Unix system as the other end; each test starts its own.</summary>
public sealed class ProcessTransportTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("  ssh  -p 22\tuser@host ", "ssh|-p|22|user@host")]
    [InlineData("sh -c 'echo \"a b\"' \"it's\"", "sh|-c|echo \"a b\"|it's")]
    [InlineData("a'b c'd \"\"", "ab cd|")]
    [InlineData(@"C:\bin\plink.exe $HOME ~ *.txt a|b \'x y'", @"C:\bin\plink.exe|$HOME|~|*.txt|a|b|\x y")]
    public void Words_are_split_at_white_space_and_kept_by_quotes(string text, string words)
    {
        Assert.Equal(words, string.Join('|', CommandWords.Split(text, out var isClosed)));
        Assert.True(isClosed);
    }

    [Fact, Behaviour("CL-81", "DG-11")]
    public async Task Bytes_go_both_ways_and_the_end_has_the_exit_code()
    {
        await using var transport = ProcessTransport.Start("sh -c 'read line; echo \"<$line> $TERM $COLUMNS\"; echo went wrong >&2; echo at last >&2; exit 3'");
        Assert.Equal(("process 'sh'", true), (transport.Description, transport.IsOpen));
        await transport.WriteAsync("hello\n"u8.ToArray(), Token);
        var text = new StringBuilder();
        var buffer = new byte[100];
        while (await transport.ReadAsync(buffer, Token) is var count and > 0)
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        Assert.Equal("<hello> vt100 511\n", text.ToString());
        Assert.Equal((false, "process 'sh' has ended with exit code 3; it said: went wrong; at last."), (transport.IsOpen, transport.Ending));
        await Assert.ThrowsAsync<IOException>(() => transport.WriteAsync("more\n"u8.ToArray(), Token).AsTask());
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_takes_nothing()
    {
        await using var transport = ProcessTransport.Start("cat");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        var buffer = new byte[10];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.ReadAsync(buffer, stop.Token).AsTask());
        await transport.WriteAsync("abc"u8.ToArray(), Token);
        Assert.Equal(3, await transport.ReadAsync(buffer, Token));
    }

    [Fact]
    public async Task What_a_program_says_about_its_end_stands_in_the_message_without_secrets()
    {
        await using var terminal = new Terminal(ProcessTransport.Start("sh -c 'read secret; echo no $secret >&2; exit 5'"), new TerminalSettings { Enter = "\n" });
        await terminal.SendSecretLineAsync("hush-hush", Token);
        var e = await Assert.ThrowsAsync<LinkClosedException>(() => terminal.ExpectAsync([new("prompt", new Regex("> $"))], s_soon, Token).AsTask());
        Assert.StartsWith("process 'sh': the link was closed while waiting for prompt /> $/. process 'sh' has ended with exit code 5; it said: no ***. ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", e + e.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-program-here -x secret", "Cannot start 'no-such-program-here': there is no such program.")]
    [InlineData("/etc/passwd", "Cannot start '/etc/passwd': it may not be run.")]
    public void A_program_that_cannot_be_started_is_named_without_its_arguments(string command, string message)
    {
        var e = Assert.Throws<ConnectFailedException>(() => ProcessTransport.Start(command));
        Assert.Equal((message, ConnectFailure.NotStarted), (e.Message, e.Failure));
    }

    [Theory]
    [InlineData(" ", "The command is empty.")]
    [InlineData("sh -c 'secret", "A quote in the command that starts 'sh' is not closed.")]
    public void A_command_that_is_none_is_refused(string command, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => ProcessTransport.Start(command)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_program_that_ends_with_its_input_is_not_killed()
    {
        var file = Path.GetTempFileName();
        await using (var transport = ProcessTransport.Start($"sh -c 'cat; echo tidy > {file}'", new ProcessSettings { Farewell = s_soon }))
            await transport.WriteAsync("x"u8.ToArray(), Token);
        Assert.Equal("tidy\n", await File.ReadAllTextAsync(file, Token));
        File.Delete(file);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_killed_with_all_that_it_has_started()
    {
        var transport = ProcessTransport.Start("sh -c 'sleep 600 & echo $!; trap \"\" TERM; while :; do sleep 600; done'", new ProcessSettings { Farewell = TimeSpan.FromMilliseconds(10) });
        var buffer = new byte[20];
        var count = await transport.ReadAsync(buffer, Token);
        using var child = Process.GetProcessById(int.Parse(Encoding.ASCII.GetString(buffer, 0, count), System.Globalization.CultureInfo.InvariantCulture));
        await transport.DisposeAsync();
        await child.WaitForExitAsync(Token).WaitAsync(s_soon, Token);
        Assert.False(transport.IsOpen);
    }

    [Fact]
    public async Task A_read_that_waits_ends_when_the_transport_is_disposed_of()
    {
        var transport = ProcessTransport.Start("sleep 600", new ProcessSettings { Farewell = TimeSpan.Zero });
        var reading = transport.ReadAsync(new byte[10], Token).AsTask();
        await transport.DisposeAsync();
        Assert.Equal(0, await reading.WaitAsync(s_soon, Token));
    }
}
