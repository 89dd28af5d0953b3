namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class CredentialTests
{
    private const string Inherited = """
        testbed:
          credentials:
            default: {username: lab, password: "%ENV{LAB_PASSWORD}"}
            enable: {password: en}
        devices:
          r1:
            credentials:
              default: {username: r1, password: one}
            connections:
              ssh: {ip: 10.0.0.1}
              vty:
                ip: 10.0.0.1
                credentials:
                  default: {username: vty, password: two, enable_password: three}
              old: {ip: 10.0.0.1, username: flat, password: four}
          r2:
            connections:
              ssh: {ip: 10.0.0.2}
        """;

    [Fact]
    [Behaviour("CR-03", "CR-04", "CR-05", "CR-07", "CR-09", "CR-13")]
    public void The_nearest_credential_of_a_name_wins()
    {
        var testbed = Described.Testbed(Inherited);
        var paths = testbed.Devices[0].Paths;

        Assert.Equal("r1", paths["ssh"].Credentials["default"].Username);
        Assert.Equal("vty", paths["vty"].Credentials["default"].Username);
        Assert.Equal("three", paths["vty"].Credentials["default"]["enable_password"]?.Reveal());
        Assert.Equal("lab", testbed.Devices[1].Paths["ssh"].Credentials["default"].Username);
        Assert.Equal("en", paths["vty"].Credentials["enable"].Password?.Reveal());
        Assert.Equal(["default", "enable"], paths["vty"].Credentials.Keys);
    }

    [Fact]
    [Behaviour("CR-06", "CR-08")]
    public void An_unknown_name_falls_back_to_default()
    {
        var credentials = Described.Testbed(Inherited).Devices[0].Credentials;

        Assert.Equal("r1", credentials["bmc"].Username);
        Assert.Equal("r1", credentials.Find("bmc")?.Username);
        Assert.False(credentials.ContainsKey("bmc"));
        Assert.False(credentials.TryGetValue("bmc", out _));
        Assert.True(credentials.ContainsKey("enable"));
    }

    [Fact]
    public void Without_default_an_unknown_name_is_refused_by_name()
    {
        var credentials = Described.Testbed("testbed: {credentials: {enable: {password: x}, line: {password: y}}}\ndevices: {}").Credentials;

        var error = Assert.Throws<KeyNotFoundException>(() => credentials["enalbe"]);
        Assert.Equal("There is no credential 'enalbe' and no 'default'; did you mean 'enable'? There are enable, line.", error.Message);
        Assert.Null(credentials.Find("enalbe"));
    }

    [Fact]
    public void A_user_and_password_on_the_path_are_its_default()
    {
        var old = Described.Testbed(Inherited).Devices[0].Paths["old"].Credentials;

        Assert.Equal(("flat", "four"), (old["default"].Username, old["default"].Password?.Reveal()));
    }

    [Fact]
    public void The_older_passwords_block_gives_credentials_key_by_key_from_device_and_testbed()
    {
        var testbed = Described.Testbed("""
            testbed:
              tacacs: {username: lab}
              passwords: {tacacs: t, enable: e}
            devices:
              r1:
                passwords: {enable: own, line: l}
                connections: {}
              r2:
                passwords: {enable: own}
                credentials: {enable: {password: newer}}
                connections: {}
            """);
        var r1 = testbed.Devices[0].Credentials;

        Assert.Equal(("lab", "t"), (r1["default"].Username, r1["default"].Password?.Reveal()));
        Assert.Equal("own", r1["enable"].Password?.Reveal());
        Assert.Equal("l", r1["line"].Password?.Reveal());
        Assert.Equal("e", testbed.Credentials["enable"].Password?.Reveal());
        Assert.Equal("newer", testbed.Devices[1].Credentials["enable"].Password?.Reveal());
    }

    [Fact]
    public void A_password_from_the_environment_is_missed_only_when_it_is_read()
    {
        var credential = Described.Testbed(Inherited).Credentials["default"];

        Assert.Equal("lab", credential.Username);
        var error = Assert.Throws<TestbedValueException>(() => credential.Password);
        Assert.Equal(
            "lab.yaml(3,40): error CG2012: the environment variable 'LAB_PASSWORD', which 'password' is taken from, is not set; set it, or write %ENV{LAB_PASSWORD, default}",
            error.Message);
    }

    [Fact]
    public void A_password_comes_from_the_environment()
    {
        var credential = Described.Testbed(Inherited, environment: name => name == "LAB_PASSWORD" ? "from outside" : null).Credentials["default"];

        Assert.Equal("from outside", credential.Password?.Reveal());
        Assert.DoesNotContain("from outside", $"{credential} {credential.Password}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password:", null)]
    [InlineData("password: ''", "")]
    [InlineData("password: 12345", "12345")]
    [InlineData("password: p@ss!word", "p@ss!word")]
    [InlineData("username: x", null)]
    public void A_password_is_the_text_as_written(string line, string? password) =>
        Assert.Equal(password, Described.Testbed($"testbed:\n  credentials:\n    default:\n      {line}\ndevices: {{}}").Credentials["default"].Password?.Reveal());

    [Fact]
    [Behaviour("CR-12")]
    public void The_names_with_a_meaning_are_constants() => Assert.Equal(
        "default enable sudo ssh bmc",
        string.Join(' ', CredentialSet.DefaultName, CredentialSet.EnableName, CredentialSet.SudoName, CredentialSet.SshName, CredentialSet.BmcName));

    [Fact]
    [Behaviour("CR-09")]
    public void A_built_testbed_has_credentials_at_each_place()
    {
        using var testbed = new TestbedBuilder()
            .AddCredential("default", "lab", "one")
            .AddDevice("r1", device => device
                .AddCredential("default", "r1", "two")
                .AddPath("ssh", path => path.Set("ip", "192.0.2.1"))
                .AddPath("vty", path => path.Set("ip", "192.0.2.1").AddCredential("default", "vty", "%ENV{VTY}")))
            .Build(new TestbedOptions { Environment = static name => name == "VTY" ? "three" : null });
        var paths = testbed.Devices["r1"].Description.Paths;

        Assert.Equal(("lab", "r1", "vty"), (testbed.Description.Credentials["default"].Username, paths["ssh"].Credentials["default"].Username, paths["vty"].Credentials["default"].Username));
        Assert.Equal("three", paths["vty"].Credentials["default"].Password?.Reveal());
    }
}
