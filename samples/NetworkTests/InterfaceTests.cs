using ConnectionGen;
using ConnectionGen.Cli;

namespace NetworkTests;

public sealed class InterfaceTests(LabFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("r1")]
    [InlineData("r2")]
    public async Task Interfaces_have_the_addresses_of_the_testbed_file(string name)
    {
        // several sessions behind one alias: each call takes one that is free
        var router = fixture.Testbed.Devices[name];
        await using var pool = await router.ConnectPoolAsync<CliConnection>(poolSize: 2, alias: "lookers", cancellationToken: Token);

        var shown = await Task.WhenAll(router.Interfaces.Select(async port => (Port: port, Text: await pool.ExecuteAsync($"show interface {port.Name}", cancellationToken: Token))));

        Assert.All(shown, static one =>
        {
            Assert.Contains($"{one.Port.Name} is up", one.Text);
            Assert.Contains($"inet {one.Port.IPv4Address}", one.Text);
        });
    }

    [Fact]
    public async Task What_a_router_does_not_know_is_an_exception_that_names_the_command()
    {
        var refusal = await Assert.ThrowsAsync<CommandFailedException>(() => fixture.Testbed.R1.ExecuteAsync("show bogus", cancellationToken: Token));

        Assert.Equal("show bogus", refusal.Command);
    }
}
