namespace ConnectionGen.Tests.Testbeds;

/// <summary>The testbed that you compile against is the type; the one that you run with is the value.</summary>
public sealed class LoadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connectiongen").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Behaviour("DI-17")]
    public async Task A_typed_testbed_loads_the_file_beside_the_program()
    {
        await using var lab = Lab.Load();
        Assert.Same(lab.Phoenix, lab.Devices["phoenix"]);
        Assert.Equal("uut", lab.Phoenix.DeviceAlias);
        await lab.Phoenix.ConnectAsync(via: Lab.PhoenixDevice.Via.Mgmt, cancellationToken: Token);
        Assert.Equal("mgmt", lab.Phoenix.ironman.Connection.Via);
        Assert.True(lab.Phoenix.ironman.IsConnected);
        await lab.Phoenix.ironman.DisconnectAsync(Token);
        await lab.Phoenix.ironman.ConnectAsync(cancellationToken: Token);
        await lab.Phoenix.ironman.DestroyAsync(Token);
        Assert.Equal("'ironman' of 'phoenix'", lab.Phoenix.ironman.ToString());
        await using var again = await Lab.LoadAsync(cancellationToken: Token);
        Assert.Equal("r-2", again.R2.Name);
    }

    [Fact]
    public async Task Another_file_of_the_same_shape_may_have_more()
    {
        var file = Write("""
            devices:
              phoenix: {connections: {defaults: {class: probe, alias: ironman}, highway: {ip: 192.0.2.1}, mgmt: {ip: 192.0.2.2}, extra: {ip: 192.0.2.3}}}
              r-2: {connections: {defaults: {class: probe}, console: {ip: 192.0.2.4}}}
              r1: {connections: {mgmt: {class: probe}, console: {class: probe}}}
              r2: {connections: {only: {class: probe}}}
              more: {connections: {a: {protocol: ssh}}}
            """);
        await using var lab = Lab.Load(file);
        Assert.Equal("192.0.2.1", lab.Phoenix.Paths["highway"].Host);
        Assert.Equal(5, lab.Devices.Count);
    }

    [Fact]
    public async Task A_file_of_another_shape_is_refused_with_every_difference()
    {
        var file = Write("""
            devices:
              phoenix: {connections: {defaults: {class: other, alias: thor}, highway: {ip: 192.0.2.1, class: probe}}}
              r1: {connections: {mgmt: {class: probe}, console: {class: probe}}}
              r2: {connections: {only: {class: probe}}}
            """);
        var error = Assert.Throws<TestbedShapeException>(() => Lab.Load(file));
        Assert.Equal(
            $"{file} has not the shape of lab.yaml, which the program was compiled against: the default alias of 'phoenix' is 'thor', not 'ironman'; path 'mgmt' of 'phoenix' is missing; device 'r-2' is missing.",
            error.Message);
        Assert.Equal((file, 3), (error.File, error.Differences.Count));
        Assert.Contains("the class of path 'mgmt' of 'phoenix' is 'other', not 'probe'", Assert.Throws<TestbedShapeException>(() => Lab.Load(Write("""
            devices:
              phoenix: {connections: {defaults: {class: other, alias: ironman}, highway: {class: probe}, mgmt: {protocol: ssh}}}
              r-2: {connections: {console: {protocol: ssh}}}
            """))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TestbedShapeException>(() => Lab.LoadAsync(file, cancellationToken: Token));
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var file = Path.Combine(_folder, "nowhere.yaml");
        Assert.Equal($"Testbed file '{file}' does not exist.", Assert.Throws<TestbedFileException>(() => Testbed.Load(file)).Message);
        Assert.Equal($"Testbed file '{file}' does not exist.", (await Assert.ThrowsAsync<TestbedFileException>(() => Lab.LoadAsync(file, cancellationToken: Token))).Message);
    }

    [Theory]
    [InlineData("", "(1,1): error CG2002")]
    [InlineData("just text", "(1,1): error CG2")]
    [InlineData("devices: [", "error CG2001")]
    [InlineData("devices: {r: {connections: [mgmt]}}", "(1,28): error CG2008: 'connections' of device 'r' must be a map")]
    public void A_broken_file_names_file_line_and_column(string text, string expected)
    {
        var file = Write(text);
        var error = Assert.Throws<TestbedFileException>(() => Testbed.Load(file));
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".yaml");
        File.WriteAllText(file, text);
        return file;
    }
}

[Testbed("lab.yaml")]
public partial class Lab;
