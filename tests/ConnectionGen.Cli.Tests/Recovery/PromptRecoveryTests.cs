using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Tests.Connections;
using ConnectionGen.Cli.Tests.Transports;
using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Cli.Tests.Recovery;

/// <summary>Prompts that do not come in time.</summary>
public sealed class PromptRecoveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("CL-94", "CL-96", "CL-98")]
    public async Task A_prompt_that_comes_back_ends_the_command_where_recovery_is_wanted()
    {
        await using var router = await StartAsync();
        var options = new CommandOptions { RecoverPrompt = true };
        Assert.Equal("working", await router.Connection.ExecuteAsync("stuck", TimeSpan.FromMilliseconds(300), options, Token));
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Fact]
    public async Task Nothing_is_typed_that_nobody_asked_for()
    {
        await using var router = await StartAsync();
        await Assert.ThrowsAsync<ExpectTimeoutException>(() => router.Connection.ExecuteAsync("stuck", TimeSpan.FromMilliseconds(300), cancellationToken: Token));
        Assert.EndsWith("stuck\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Theory, Behaviour("CL-97", "CL-99", "CL-100")]
    [InlineData("ios", "\r|\u0015|\u001a|\r|\u001e")]
    [InlineData("linux", "\r|\u0003|\r")]
    [InlineData("iosxe", "\r|\u001e|\u0003|\r|\u001e|\u0003")]
    public async Task Each_key_has_its_time_and_after_the_last_the_call_fails(string os, string keys)
    {
        var platform = PlatformCatalog.Default.Choose(os, null, null, out _);
        var time = new FakeTimeProvider();
        var link = new MemoryTransport().Says("r1# ");
        var line = new CommandLine(new Terminal(link, new TerminalSettings { TimeProvider = time }), platform, static () => new EnablePasswords([])) { RecoversPrompt = true };
        using var login = new Deadline(time, TimeSpan.FromHours(10), Token);
        await PassTimeAsync(time, line.FindPromptAsync(Dialog.Empty, nudge: null, login).AsTask());
        using var deadline = new Deadline(time, TimeSpan.FromSeconds(5), Token);
        var call = line.RunAsync("stuck", Dialog.Empty, deadline).AsTask();
        var seconds = await PassTimeAsync(time, call);
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(() => call.WaitAsync(TimeSpan.FromSeconds(1), Token));
        Assert.Contains("not seen within 5 s", e.Message, StringComparison.Ordinal);
        Assert.Equal("stuck\r" + keys.Replace("|", "", StringComparison.Ordinal), link.Sent);
        Assert.InRange(seconds, keys.Split('|').Length * 10, 6000);
    }

    private static async Task<int> PassTimeAsync(FakeTimeProvider time, Task call)
    {
        var seconds = 0;
        for (; seconds < 6000 && !call.IsCompleted; seconds++)
        {
            await Task.Delay(5, Token);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        return seconds;
    }

    private static async Task<MemoryRouter> StartAsync()
    {
        var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line switch
        {
            "stuck" => "working\r\n",
            "show clock" => "12:00\r\nr1# ",
            _ => "r1# ",
        };
        return router;
    }
}
