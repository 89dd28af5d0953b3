namespace ConnectionGen.Xunit.Tests;

public sealed class FixtureTests(EchoLab lab)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_testbed_is_loaded_once_and_connected() => Assert.Equal((1, true), (lab.Loads, lab.Testbed.R1.IsConnected()));

    [Fact]
    public async Task Calls_are_in_the_output_of_the_test_that_makes_them()
    {
        await lab.Testbed.R1.ExecuteAsync("one\ntwo", Token);
        await Assert.ThrowsAsync<InvalidDataException>(() => lab.Testbed.R2.ExecuteAsync("fail", Token));

        var output = TestContext.Current.TestOutputHelper!.Output;

        Assert.Matches(@"\d\d:\d\d:\d\d\.\d{3} r1 default < 2 lines\n  one\n  two\n", output);
        Assert.Matches(@"r2 default > fail\n\S+ r2 default ! told to fail\n", output);
    }

    [Fact]
    public async Task Long_answers_are_folded_there()
    {
        await lab.Testbed.R1.ExecuteAsync(string.Join('\n', Enumerable.Range(1, 100)), Token);

        Assert.Contains("  16\n  … 76 more lines …\n  93\n", TestContext.Current.TestOutputHelper!.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_the_testbed_is_not_in_the_output()
    {
        await lab.Testbed.R1.ExecuteAsync("username me password swordfish", Token);

        Assert.Contains("password ***", TestContext.Current.TestOutputHelper!.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", TestContext.Current.TestOutputHelper!.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_library_logs_is_in_the_output()
    {
        await lab.Testbed.R1.ConnectAsync(alias: "logged", cancellationToken: Token);
        await lab.Testbed.R1.Alias("logged").ExecuteAsync("warn", Token);

        var output = TestContext.Current.TestOutputHelper!.Output;

        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d\.\d{3} info: 'logged' of 'r1' connected via 'a'\n", output);
        Assert.Matches(@"\d{3} warning: r1 warns\n  InvalidOperationException: a\n  b\n", output);
        Assert.DoesNotContain("begins on", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_leaves_no_connection_open()
    {
        var fixture = new UnwritableReportLab();
        await fixture.InitializeAsync();
        var connection = fixture.Testbed.R1.ConnectionManager.Connections["default"];

        await Assert.ThrowsAsync<IOException>(async () => await fixture.DisposeAsync());

        Assert.False(connection.IsConnected);
    }

    [Fact]
    public void A_fixture_that_xunit_did_not_load_says_what_to_write()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => new EchoLab().Testbed);

        Assert.Equal("The testbed of EchoLab is not loaded. Make it a fixture: [assembly: AssemblyFixture(typeof(EchoLab))].", error.Message);
    }
}
