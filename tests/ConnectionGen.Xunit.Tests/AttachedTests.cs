namespace ConnectionGen.Xunit.Tests;

/// <summary>A test that another run of this program makes fail; see <see cref="AttachmentTests"/>.</summary>
[AttachSessionsOnFailure]
public sealed class AttachedTests(EchoLab lab)
{
    internal const string Variable = "CONNECTIONGEN_ATTACHED_TEST_FAILS";

    [Fact]
    public async Task A_hundred_lines_come()
    {
        var again = await lab.Testbed.R1.ConnectAsync<EchoConnection>(alias: "again", cancellationToken: TestContext.Current.CancellationToken);
        await again.ExecuteAsync("first", TestContext.Current.CancellationToken);
        await lab.Testbed.R1.DestroyAsync("again", cancellationToken: TestContext.Current.CancellationToken);
        again = await lab.Testbed.R1.ConnectAsync<EchoConnection>(alias: "again", cancellationToken: TestContext.Current.CancellationToken);
        await again.ExecuteAsync("warn", TestContext.Current.CancellationToken);
        await lab.Testbed.Edge3.ExecuteAsync("hello", TestContext.Current.CancellationToken);
        var answer = await lab.Testbed.R1.ExecuteAsync(string.Join('\n', Enumerable.Range(1, 100)), TestContext.Current.CancellationToken);

        Assert.Equal(Environment.GetEnvironmentVariable(Variable) == "1" ? 0 : 100, answer.Split('\n').Length);
    }
}
