using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class DescriptionTests
{
    [Fact]
    public void The_contracts_testbed_is_described_though_its_password_is_not_set()
    {
        var testbed = Described.Testbed("""
            testbed:
              name: contract
              credentials: {default: {username: admin, password: "%ENV{CONTRACT_PASSWORD}"}}
            devices:
              phoenix:
                alias: uut
                os: linux
                type: router
                connections:
                  highway: {protocol: telnet, ip: 127.0.0.1}
                  defaults: {class: LoopbackConnection, alias: ironman, via: highway}
                  mgmt: {protocol: ssh, ip: 127.0.0.1, port: 2222}
              r-2:
                connections: {}
            """);
        var phoenix = testbed.Devices[0];

        Assert.Equal(("contract", "contract", "lab.yaml"), (testbed.Name, testbed.Alias, testbed.File));
        Assert.Equal(["phoenix", "r-2"], testbed.Devices.Select(device => device.Name));
        Assert.Equal(("uut", "linux", "router", null, null), (phoenix.DeviceAlias, phoenix.Os, phoenix.Type, phoenix.Platform, phoenix.Model));
        Assert.Equal("r-2", testbed.Devices[1].DeviceAlias);
        Assert.Equal(("LoopbackConnection", "ironman", "highway"), (phoenix.Defaults.Class, phoenix.Defaults.Alias, phoenix.Defaults.Via));
        Assert.Equal(["highway", "mgmt"], phoenix.Paths.Keys);
        Assert.Equal(2222, phoenix.Paths["mgmt"].Port);
        Assert.Null(phoenix.Paths["highway"].Port);
        Assert.Equal("lab.yaml(5,3)", phoenix.Range.ToString());
        Assert.Equal("lab.yaml(12,7)", phoenix.Paths["mgmt"].Range.ToString());
        Assert.Null(testbed.Devices[1].Defaults.Class);
        Assert.Empty(testbed.Devices[1].Paths);
    }

    [Theory, Behaviour("TB-04", "TB-42")]
    [InlineData("lab.yaml", "lab")]
    [InlineData("labs/CONFIG.site1.yaml", "site1")]
    [InlineData("site.one.yml", "site.one")]
    public void Without_a_name_in_the_file_the_testbed_is_called_like_it(string file, string name) =>
        Assert.Equal(name, TestbedDescription.From(TestbedReader.Read("devices: {}", file, TestContext.Current.CancellationToken)).Name);

    [Theory]
    [InlineData("{a: b}")]
    [InlineData("[a]")]
    [InlineData("'%{devices}'")]
    public void A_name_that_is_no_text_is_none(string name)
    {
        using var lab = Testbed.Parse($"testbed: {{name: {name}}}\ndevices: {{r1: {{}}}}");
        Assert.Equal("testbed", lab.Name);
        Assert.StartsWith("testbed.yaml(1,17): error CG2008: 'name' is a ", Assert.Throws<TestbedValueException>(() => lab.Description["name"]).Message, StringComparison.Ordinal);
    }

    [Theory, Behaviour("TB-27")]
    [InlineData("ip: r1.lab", "r1.lab")]
    [InlineData("ip: 10.0.0.1", "10.0.0.1")]
    [InlineData("host: r1.lab", "r1.lab")]
    [InlineData("ip: 2001:db8::1", "2001:db8::1")]
    [InlineData("ip: '[2001:db8::1]'", "2001:db8::1")]
    [InlineData("{ip: '%ENV{R1_IP}', host: other}", "192.0.2.9")]
    [InlineData("ip: ''", null)]
    [InlineData("port: 22", null)]
    public void The_host_is_ip_else_host(string keys, string? host) =>
        Assert.Equal(host, Described.Path(keys, environment: name => name == "R1_IP" ? "192.0.2.9" : null).Host);

    [Theory]
    [InlineData("port: 22", 22)]
    [InlineData("port: '22'", 22)]
    [InlineData("port: '%ENV{PORT, 830}'", 830)]
    [InlineData("port: 0", null)]
    [InlineData("port:", null)]
    public void A_port_is_a_number_or_the_text_of_one(string keys, int? port) => Assert.Equal(port, Described.Path(keys).Port);

    [Theory]
    [InlineData("port: ssh", "lab.yaml(5,15): error CG2008: 'port' of path 'mgmt' of device 'r1' is 'ssh'; expected a whole number from 0 to 65535.")]
    [InlineData("port: 70000", "lab.yaml(5,15): error CG2008: 'port' of path 'mgmt' of device 'r1' is '70000'; expected a whole number from 0 to 65535.")]
    [InlineData("port: [22]", "lab.yaml(5,15): error CG2008: 'port' of path 'mgmt' of device 'r1' is a list; expected a single value.")]
    public void A_port_that_is_none_is_refused_where_it_stands(string keys, string message) =>
        Assert.Equal(message, Assert.Throws<TestbedValueException>(() => Described.Path(keys).Port).Message);

    [Theory]
    [InlineData("protocol: ssh", "ssh", null)]
    [InlineData("protocol: ssh -o KexAlgorithms=+x -p 2", "ssh", "-o KexAlgorithms=+x -p 2")]
    [InlineData("{protocol: ssh -p 2, ssh_options: -l me}", "ssh", "-p 2 -l me")]
    [InlineData("ssh_options: -l me", null, "-l me")]
    public void Options_behind_the_protocol_are_ssh_options(string keys, string? protocol, string? options)
    {
        var path = Described.Path(keys);
        Assert.Equal((protocol, options), (path.Protocol, path.SshOptions));
    }

    [Theory]
    [InlineData("pool_timeout: 2.5", 2500)]
    [InlineData("pool_timeout: PT2S", 2000)]
    [InlineData("pool_timeout: 00:01:00", 60000)]
    [InlineData("pool_timeout: 0", -1)]
    public void A_pools_wait_is_a_span_of_time_and_zero_is_forever(string keys, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Described.Path(keys).PoolTimeout);

    [Fact]
    public void A_pools_wait_that_is_none_is_refused() =>
        Assert.StartsWith(
            "lab.yaml(5,23): error CG2008: 'pool_timeout' of path 'mgmt' of device 'r1' is 'soon'; expected seconds from 0",
            Assert.Throws<TestbedValueException>(() => Described.Path("pool_timeout: soon").PoolTimeout).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("login_creds: vty", "vty")]
    [InlineData("login_creds: [vty, default]", "vty,default")]
    [InlineData("ip: 10.0.0.1", "")]
    public void Login_credentials_are_one_name_or_several(string keys, string names) =>
        Assert.Equal(names, string.Join(',', Described.Path(keys).LoginCredentials));

    [Fact]
    public void Any_key_of_a_path_can_be_read()
    {
        var path = Described.Path("{command: telnet x 23, proxy: jump, host_key: strict, pool_size: 3, verify: False, custom: {a: 1}}");

        Assert.Equal(("telnet x 23", "jump", "strict", 3), (path.Command, path.Proxy, path.HostKey, path.PoolSize));
        Assert.Equal("False", path["verify"]);
        Assert.Null(path["nothing"]);
        Assert.Throws<TestbedValueException>(() => path["custom"]);
    }

    [Fact]
    public void A_file_with_an_error_is_refused_and_every_error_is_named()
    {
        var error = Assert.Throws<TestbedFileException>(() => Described.Testbed("""
            devices:
              r1:
                connections:
                  defaults: mgmt
                  mgmt: {ip: 10.0.0.1}
              r2:
                connections: {mgmt: [10.0.0.1]}
            """));

        Assert.Equal(
            $"lab.yaml has 2 errors:{Environment.NewLine}"
            + $"lab.yaml(4,17): error CG2008: 'defaults' of device 'r1' must be a map ('key: value' lines below it); this is a single value{Environment.NewLine}"
            + "lab.yaml(7,25): error CG2008: path 'mgmt' of device 'r2' must be a map ('key: value' lines below it); this is a list",
            error.Message);
        Assert.Equal(2, error.Problems.Count);
        Assert.Equal("lab.yaml", error.File);
    }

    [Fact]
    public void A_file_with_one_error_has_it_as_message() =>
        Assert.StartsWith("lab.yaml(2,1): error CG2001: ", Assert.Throws<TestbedFileException>(() => Described.Testbed("devices:\n\tr1: {}\n")).Message, StringComparison.Ordinal);
}
