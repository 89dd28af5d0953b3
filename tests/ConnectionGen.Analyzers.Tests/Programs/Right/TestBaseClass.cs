using ConnectionGen;
using ConnectionGen.Cli;
using Xunit;

namespace Project.Tests;

[Testbed("lab.yaml")]
public partial class Lab;

public abstract class DeviceTests : IAsyncLifetime
{
    protected Lab Lab { get; private set; } = null!;

    protected abstract Device Device { get; }

    protected virtual string Via => "mgmt";

    public async ValueTask InitializeAsync()
    {
        Lab = await Lab.LoadAsync();
        await Device.ConnectAsync("test", Via);
    }

    public async ValueTask DisposeAsync() => await Lab.DisposeAsync();

    [Fact]
    public async Task Says_its_version() => Assert.NotEmpty(await Device.test.ExecuteAsync("show version"));
}

public sealed class PhoenixTests : DeviceTests
{
    protected override Device Device => Lab.Phoenix;
}

public sealed class HostTests : DeviceTests
{
    protected override Device Device => Lab.Host;

    protected override string Via => "ssh";

    [Fact]
    public async Task Has_space() => Assert.NotEmpty(await Lab.Host.test.ExecuteAsync("df -h"));
}
