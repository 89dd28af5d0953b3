namespace ConnectionGen.Tests.Services;

/// <summary>Wrappers that are found when building.</summary>
public sealed class CompiledWrapperTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SW-20", "SW-21", "SW-22")]
    public async Task A_marked_class_wraps_without_a_word_elsewhere()
    {
        await using var lab = ProbeLab.Load();
        var echo = await lab.Devices["r1"].ConnectAsync<EchoConnection>("echo", cancellationToken: Token);
        Assert.Equal("<hello!>", await echo.EchoAsync("hello", Token));
        Assert.Equal("<hello!>", lab.Devices["r1"].Alias("echo").Echo("hello", Token));
        Assert.Equal("plain", await echo.PlainAsync(Token));
    }
}

[ConnectionClass]
public partial class EchoConnection(ConnectionContext context) : Connection(context)
{
    [Service]
    public virtual Task<string> EchoAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult(text);

    [Service]
    public virtual Task<string> PlainAsync(CancellationToken cancellationToken = default) => Task.FromResult("plain");

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ServiceWrapper(typeof(EchoConnection), nameof(EchoConnection.EchoAsync))]
public sealed class Exclaiming : ServiceWrapper<string, string>
{
    protected override Task<string> AfterAsync(ServiceCall<string> call, string result, CancellationToken cancellationToken) => Task.FromResult(result + "!");
}

[ServiceWrapper(typeof(EchoConnection), nameof(EchoConnection.EchoAsync), Order = 5)]
internal sealed class Bracketing : ServiceWrapper<string, string>
{
    protected override Task<string> AfterAsync(ServiceCall<string> call, string result, CancellationToken cancellationToken) => Task.FromResult($"<{result}>");
}
