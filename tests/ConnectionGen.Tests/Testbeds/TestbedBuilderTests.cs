namespace ConnectionGen.Tests.Testbeds;

/// <summary>Testbeds without a file.</summary>
public sealed class TestbedBuilderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_built_connects_like_what_is_read()
    {
        await using var testbed = new TestbedBuilder("bench")
            .AddCredential("default", "admin", "se\"cret: \\ %x 漢")
            .AddDevice("n7k-1", static device => device.Set("os", "nxos").Set("alias", "core")
                .Defaults("probe", alias: "main", via: "mgmt")
                .AddPath("mgmt", static path => path.Set("protocol", "ssh").Set("ip", "192.0.2.1").Set("port", "2222"))
                .AddPath("console", static path => path.Set("protocol", "telnet").Set("ip", "192.0.2.2")))
            .Build();
        var device = testbed.Devices["n7k-1"];
        Assert.Equal(("bench", "core", "nxos"), (testbed.Name, device.DeviceAlias, device.Os));
        Assert.Equal(["mgmt", "console"], device.Paths.Keys);
        Assert.Equal(("192.0.2.1", 2222), (device.Paths["mgmt"].Host, device.Paths["mgmt"].Port));
        Assert.Equal("se\"cret: \\ %x 漢", device.Paths["mgmt"].Credentials["default"].Password?.Reveal());
        Assert.Equal(("main", "mgmt"), ((await device.ConnectAsync(cancellationToken: Token)).Alias, device.ConnectionManager.Connections["main"].Via));
    }

    [Fact]
    public void What_cannot_work_is_said()
    {
        var builder = new TestbedBuilder().AddDevice("r", static device => device.AddPath("mgmt", static path => path.Set("protocol", "ssh").Set("ip", "192.0.2.1")));
        Assert.StartsWith("Testbed 'testbed' has a device 'r' already.", Assert.Throws<ArgumentException>(() => builder.AddDevice("r", static _ => { })).Message, StringComparison.Ordinal);
        builder.AddDevice("s", static device =>
        {
            device.AddPath("a", static path => path.Set("protocol", "ssh"));
            Assert.StartsWith("The device has a path 'a' already.", Assert.Throws<ArgumentException>(() => device.AddPath("a", static _ => { })).Message, StringComparison.Ordinal);
            Assert.StartsWith("'defaults' is no path; say what holds by default with Defaults.", Assert.Throws<ArgumentException>(() => device.AddPath("defaults", static _ => { })).Message, StringComparison.Ordinal);
        });
    }
}
