using ConnectionGen;
using ConnectionGen.Cli;
using Xunit;

namespace Project.Tests;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed class LabFixture : IAsyncLifetime
{
    public Lab Lab { get; } = Lab.Load();

    public async ValueTask InitializeAsync()
    {
        await Lab.ConnectAsync(["phoenix", "r-2"]);
        await Lab.R2.ConnectAsync("traffic", "backup-1");
    }

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}

public sealed class RoutingTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private Lab.PhoenixDevice Phoenix => fixture.Lab.Phoenix;

    [Fact]
    public async Task Neighbours_are_up() => Assert.Contains("up", await Phoenix.ExecuteAsync("show ip ospf neighbor"), StringComparison.Ordinal);

    [Fact]
    public async Task Traffic_flows()
    {
        var sent = await fixture.Lab.R2.traffic.ExecuteAsync("ping 192.0.2.1");
        var main = await fixture.Lab.R2.main.ExecuteAsync("show counters");
        Assert.NotEqual(sent, main);
    }

    [Theory]
    [InlineData("mgmt")]
    [InlineData("console")]
    public async Task Each_path_answers(string via)
    {
        var connection = await Phoenix.ConnectAsync<CliConnection>("probe", via);
        Assert.True(await connection.ProbeAsync());
        await Phoenix.DestroyAsync("probe");
    }
}
