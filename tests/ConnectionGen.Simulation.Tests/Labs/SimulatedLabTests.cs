namespace ConnectionGen.Simulation.Tests;

public sealed class SimulatedLabTests : IDisposable
{
    private const string Lab = """
        testbed:
          name: lab
          credentials: {default: {username: admin, password: "%ENV{LAB_PASSWORD}"}}
        devices:
          r1: &router
            os: ios
            type: router
            connections:
              defaults: {class: unicon.Unicon, via: mgmt}
              mgmt: {protocol: ssh, ip: 192.0.2.1, port: 22, ssh_options: "-v"}
              console: {command: "telnet 192.0.2.9 2001"}
              netconf: {class: Netconf, protocol: netconf, ip: 192.0.2.1, port: 830}
          r2:
            <<: *router
            os: nxos
          pc:
            os: linux
            connections:
              cli: {ip: 192.0.2.3, protocol: telnet}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Behaviour("MD-24")]
    public async Task Every_device_is_simulated_and_the_file_leads_to_it()
    {
        var seen = new List<string>();
        await using var lab = await SimulatedLab.StartAsync(Write("lab.yaml", Lab), device =>
        {
            seen.Add($"{device.Name} {device.Os}: {string.Join(' ', device.Paths)}");
            return device.Os == "linux" ? null : new(MockData.Parse(Device.Router), new() { HostName = device.Name, InitialState = "exec", Lines = [new("vty"), new("console", Kind: LineKind.Console)] });
        }, TestContext.Current.CancellationToken);

        Assert.Equal(["r1 ios: mgmt console netconf", "r2 nxos: mgmt console netconf", "pc linux: cli"], seen);
        Assert.Equal(["r1", "r2"], lab.Devices.Keys);
        Assert.Equal("lab.yaml", Path.GetFileName(lab.TestbedFile));
        var document = await ReadAsync(lab.TestbedFile);
        foreach (var (name, device) in lab.Devices)
        {
            var connections = document.Mapping("devices")!.Mapping(name)!.Mapping("connections")!;
            Assert.Equal($"telnet 127.0.0.1 {device.Lines[0].Port}", Address(connections, "mgmt"));
            Assert.Equal($"telnet 127.0.0.1 {device.Lines[1].Port}", Address(connections, "console"));
            Assert.Equal("netconf 192.0.2.1 830", Address(connections, "netconf"));
            Assert.Equal("unicon.Unicon", connections.Mapping("defaults")!.Text("class"));
            Assert.Null(connections.Mapping("mgmt")!.Find("ssh_options"));
            await using var client = await RawClient.ConnectAsync(device.Port);
            await client.ReadToAsync($"{name}>");
        }

        Assert.Equal("telnet 192.0.2.3 ", Address(document.Mapping("devices")!.Mapping("pc")!.Mapping("connections")!, "cli"));
        Assert.Equal("%ENV{LAB_PASSWORD}", document.Mapping("testbed")!.Mapping("credentials")!.Mapping("default")!.Text("password"));
    }

    [Fact]
    public async Task Files_that_are_extended_and_included_are_taken_in()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "base"));
        Write("base/site.yaml", "devices:\n  r1:\n    os: ios\n    custom: \"%INCLUDE{more.yaml}\"\n    connections:\n      cli: {ip: 192.0.2.1, protocol: telnet}\n");
        Write("base/more.yaml", "rack: b7\n");
        var file = Write("lab.yaml", "extends: base/site.yaml\ndevices:\n  r1:\n    platform: isr\n");

        await using var lab = SimulatedLab.Start(file, device => new(MockData.Parse(Device.Router), new() { HostName = $"{device.Os}-{device.Platform}" }));

        await using var testbed = await Testbed.LoadAsync(lab.TestbedFile, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["r1"], testbed.Devices.Keys);
        Assert.Equal("ios-isr", lab.Devices["r1"].HostName);
        var read = (await ReadAsync(lab.TestbedFile)).Mapping("devices")!.Mapping("r1")!;
        Assert.Equal(("isr", "b7"), (read.Text("platform"), read.Mapping("custom")!.Text("rack")));
        Assert.Equal($"telnet 127.0.0.1 {lab.Devices["r1"].Port}", Address(read.Mapping("connections")!, "cli"));
    }

    [Fact]
    public async Task A_file_that_is_extended_and_missing_is_named()
    {
        var file = Write("lab.yaml", "extends: none.yaml\ndevices: {r1: {os: ios, connections: {cli: {ip: 192.0.2.1}}}}\n");

        var error = await Assert.ThrowsAsync<SimulatedLabException>(() => SimulatedLab.StartAsync(file, _ => null, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{file}(1,10): error CG2013: there is no file '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_behind_after_disposing_or_a_failed_start()
    {
        var lab = await SimulatedLab.StartAsync(Write("lab.yaml", Lab), device => new(MockData.Parse(Device.Router)), TestContext.Current.CancellationToken);
        var port = lab.Devices["r1"].Port;
        await lab.DisposeAsync();
        await lab.DisposeAsync();
        Assert.False(Directory.Exists(Path.GetDirectoryName(lab.TestbedFile)));
        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => RawClient.ConnectAsync(port));

        await Assert.ThrowsAsync<MockDataException>(() => SimulatedLab.StartAsync(Write("lab.yaml", Lab), device =>
            new(MockData.Parse(Device.Router), new() { InitialState = device.Name == "pc" ? "none" : "exec" }), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_file_loads_as_a_testbed()
    {
        await using var lab = await SimulatedLab.StartAsync(Write("lab.yaml", Lab.Replace("%ENV{LAB_PASSWORD}", "simulated", StringComparison.Ordinal)), _ => new(MockData.Parse(Device.Router)), TestContext.Current.CancellationToken);

        await using var testbed = await Testbed.LoadAsync(lab.TestbedFile, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["r1", "r2", "pc"], testbed.Devices.Keys);
    }

    [Theory]
    [InlineData("devices: [", "lab.yaml(")]
    [InlineData("- r1", "lab.yaml(1,1): error CG2008: a testbed file is a map")]
    [InlineData("testbed: {name: x}", "lab.yaml: there are no 'devices' in it")]
    [InlineData("extends: lab.yaml", "lab.yaml(1,10): error CG2013: 'lab.yaml' goes in a circle: lab.yaml -> lab.yaml")]
    public async Task What_is_no_testbed_is_refused(string text, string message)
    {
        var file = Write("lab.yaml", text);

        var error = await Assert.ThrowsAsync<SimulatedLabException>(() => SimulatedLab.StartAsync(file, _ => null, TestContext.Current.CancellationToken));

        Assert.StartsWith(message, error.Message.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var error = await Assert.ThrowsAsync<SimulatedLabException>(() => SimulatedLab.StartAsync("none.yaml", _ => null, TestContext.Current.CancellationToken));

        Assert.StartsWith("none.yaml: cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    private static string Address(MockMapping connections, string path)
    {
        var map = connections.Mapping(path)!;
        return $"{map.Text("protocol")} {map.Text("ip")} {map.Text("port")}";
    }

    private static async Task<MockMapping> ReadAsync(string file) =>
        (MockMapping)MockYaml.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), file, [])!;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
