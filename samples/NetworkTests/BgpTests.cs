using ConnectionGen;
using ConnectionGen.Cli;

namespace NetworkTests;

public sealed class BgpTests(LabFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Lab Lab => fixture.Testbed;

    [Fact]
    public async Task Every_router_has_its_neighbour_up()
    {
        var summaries = await Lab.CallAsync((router, token) => router.ExecuteAsync("show bgp summary", cancellationToken: token), cancellationToken: Token);

        Assert.Equal("10.12.0.2", Assert.Single(BgpNeighbor.Parse(summaries["r1"]), static neighbor => neighbor.IsEstablished).Address);
        Assert.Equal("10.12.0.1", Assert.Single(BgpNeighbor.Parse(summaries["r2"]), static neighbor => neighbor.IsEstablished).Address);
    }

    [Fact]
    public async Task Loopbacks_are_learned_from_the_other_router()
    {
        foreach (Device router in (Device[])[Lab.R1, Lab.R2])
        {
            var other = router.RemoteDevices.Single();
            var loopback = other.Interfaces["lo"].IPv4Address!;

            var route = await RouteSoonAsync(router, $"{loopback}");

            Assert.Contains("Known via \"bgp\"", route);
            Assert.Contains(other.Interfaces["eth1"].IPv4Address!.Address.ToString(), route);
        }
    }

    [Fact]
    public async Task A_session_that_is_shut_down_says_so_and_comes_back()
    {
        // the other tests look at r1 through connections of their own; this one keeps away those that change it, too
        await using var locked = await fixture.LockAsync(Lab.R1, Lab.R2);
        var r1 = await Lab.R1.ConnectAsync<CliConnection>(alias: "changer", cancellationToken: Token);

        await r1.ConfigureAsync("router bgp 65001\nneighbor 10.12.0.2 shutdown", cancellationToken: Token);
        var down = BgpNeighbor.Parse(await r1.ExecuteAsync("show bgp summary", cancellationToken: Token));
        await r1.ConfigureAsync("router bgp 65001\nno neighbor 10.12.0.2 shutdown", cancellationToken: Token);

        Assert.Equal("Idle (Admin)", Assert.Single(down).State);
        Assert.True(await IsEstablishedSoonAsync(r1));
    }

    // a session that has just come up has its routes a moment later
    private static async Task<string> RouteSoonAsync(Device router, string network)
    {
        var route = await router.ExecuteAsync($"show ip route {network}", cancellationToken: Token);
        for (var attempt = 0; attempt < 60 && !route.Contains("Known via", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), Token);
            route = await router.ExecuteAsync($"show ip route {network}", cancellationToken: Token);
        }

        return route;
    }

    private static async Task<bool> IsEstablishedSoonAsync(CliConnection router)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (BgpNeighbor.Parse(await router.ExecuteAsync("show bgp summary", cancellationToken: Token)).All(static neighbor => neighbor.IsEstablished))
                return true;

            await Task.Delay(TimeSpan.FromSeconds(0.5), Token);
        }

        return false;
    }
}
