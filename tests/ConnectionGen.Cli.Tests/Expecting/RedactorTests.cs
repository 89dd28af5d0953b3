using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli.Tests.Expecting;

/// <summary>What takes secrets out of texts, where several ask it at a time.</summary>
public sealed class RedactorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_while_the_secrets_are_still_being_read_shows_none()
    {
        using var begun = new SemaphoreSlim(0);
        using var release = new SemaphoreSlim(0);
        var redactor = new Redactor(() =>
        {
            begun.Release();
            release.Wait(Token);
            return ["hidden"];
        });
        var first = Task.Run(() => redactor.Redact("it is hidden"), Token);
        await begun.WaitAsync(Token);
        var second = Task.Run(() => redactor.Redact("so hidden is it"), Token);
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(100), Token));
        release.Release();
        Assert.Equal(["it is ***", "so *** is it"], await Task.WhenAll(first, second));
    }
}
