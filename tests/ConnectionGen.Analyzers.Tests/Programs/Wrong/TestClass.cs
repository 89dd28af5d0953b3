using ConnectionGen;
using ConnectionGen.Cli;
using Xunit;

namespace Project.Tests;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed class LabFixture : IAsyncLifetime
{
    public Lab Lab { get; } = Lab.Load();

    public async ValueTask InitializeAsync() => await Lab.R2.ConnectAsync("traffic", "backup_1");
    //                                                                               ^ CG1001 There is no path 'backup_1' on device 'r-2' (did you mean 'backup-1'?)

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}

public sealed class RoutingTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private readonly Device _peer = fixture.Lab.R2;

    private Lab.PhoenixDevice Phoenix => fixture.Lab.Phoenix;

    [Fact]
    public async Task Traffic_flows()
    {
        await fixture.Lab.R2.Alias("trafic").ExecuteAsync("ping 192.0.2.1");
        //                         ^ CG1002 Nothing in this project connects 'trafic' on device 'r-2' (did you mean 'traffic'?)
        await _peer.ConnectAsync(via: "console");
        //                            ^ CG1001 on device 'r-2'
        await Phoenix.traffic.ExecuteAsync("ping 192.0.2.1");
        //            ^ CG1002 Nothing in this project connects 'traffic' on device 'phoenix'
    }
}
