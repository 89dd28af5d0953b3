using ConnectionGen.Tests.Testbeds.Values;

namespace ConnectionGen.Tests.Secrets;

public sealed class SecretEncodingsTests : IDisposable
{
    private const string FernetName = "pyats.utils.secret_strings.FernetSecretStringRepresenter";
    private const string Yaml = """
        testbed:
          custom: {motd: "Welcome %ENC{wr3DssK0w5nDlsORw4nDmcK2w4LDqMOfw6vDjsOdw4k=}!", wrong: "%ENC{hunter2-in-clear}"}
          credentials:
            default: {username: admin, password: "%ENC{w5PDosOUw5fDosKQwpbCmMKH}"}
            vault: {password: "%ENC{lab/enable, prefix = vault}"}
            plain: {password: in clear}
            unknown: {password: "%ENC{x, prefix=valt}"}
            wrong: {password: "%ENC{hunter2-in-clear}"}
        devices: {}
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    [Behaviour("MK-10", "CR-01", "CR-02", "SS-12")]
    public void An_encoded_password_is_a_secret_and_within_a_text_it_is_text()
    {
        var testbed = Described.Testbed(Yaml, new TestbedOptions());

        Assert.Equal("cisco123!", testbed.Credentials["default"].Password?.Reveal());
        Assert.Equal("********", $"{testbed.Credentials["default"].Password}");
        Assert.Equal("in clear", testbed.Credentials["plain"].Password?.Reveal());
        Assert.Equal("Welcome MySecretPassword!", Custom(testbed, "motd"));
    }

    [Fact]
    [Behaviour("MK-10", "SS-05", "SS-09")]
    public void An_encoding_of_ones_own_has_a_prefix()
    {
        var testbed = Described.Testbed(Yaml, new TestbedOptions { SecretEncodings = new() { ByPrefix = new Dictionary<string, ISecretEncoding>(StringComparer.Ordinal) { ["vault"] = new Vault() } } });

        Assert.Equal("from lab/enable", testbed.Credentials["vault"].Password?.Reveal());
        Assert.Equal(
            "lab.yaml(7,25): error CG2012: 'password' is encoded with the prefix 'valt', which TestbedOptions.SecretEncodings does not have; did you mean 'vault'? There is only vault.",
            Assert.Throws<TestbedValueException>(() => testbed.Credentials["unknown"].Password).Message);
    }

    [Fact]
    public void What_cannot_be_decoded_is_not_shown()
    {
        var testbed = Described.Testbed(Yaml, new TestbedOptions());

        var error = Assert.Throws<TestbedValueException>(() => testbed.Credentials["wrong"].Password);
        Assert.Equal("lab.yaml(8,23): error CG2012: 'password' cannot be decoded: The text is not of pyATS's obscuring encoding.", error.Message);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Assert.Throws<TestbedValueException>(() => Custom(testbed, "wrong")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("SS-13")]
    public void The_usual_key_is_warned_of_once()
    {
        using var logger = new ListLogger();
        var testbed = Described.Testbed(Yaml, new TestbedOptions { LoggerFactory = logger });

        _ = testbed.Credentials["default"].Password;
        _ = testbed.Credentials["default"].Password;
        Assert.Single(logger.Lines, static line => line.Contains("lab.yaml holds %ENC texts that anybody can decode", StringComparison.Ordinal));
        Assert.DoesNotContain(logger.Lines, static line => line.Contains("cisco123", StringComparison.Ordinal));
    }

    [Fact]
    [Behaviour("SS-06")]
    public void The_plain_encoding_changes_nothing()
    {
        Assert.Equal("x, y", new PlainTextEncoding().Decode("x, y").Reveal());
        Assert.Equal("x, y", new PlainTextEncoding().Encode(new SecretString("x, y")));
    }

    [Fact]
    [Behaviour("SS-08", "SS-09")]
    public void The_encodings_of_a_pyats_configuration_are_taken()
    {
        File.WriteAllText(_file, $"""
            # comment
            [other]
            string.representer = nothing
            [secrets]
            string.representer = {FernetName}
            string.key = cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=
            weak.representer: pyats.utils.secret_strings.PlainTextSecretStringRepresenter
            moved.key = abc
            ours.representer = lab.Vault
            env.hide_pattern = .*PASSWORD.*
            """);
        var encodings = SecretEncodings.FromPyatsConfiguration(_file, new Dictionary<string, Func<string?, ISecretEncoding>>(StringComparer.Ordinal) { ["lab.Vault"] = static _ => new Vault() });

        Assert.IsType<FernetEncoding>(encodings.Usual);
        Assert.IsType<PlainTextEncoding>(encodings.ByPrefix["weak"]);
        Assert.False(Assert.IsType<ObscuringEncoding>(encodings.ByPrefix["moved"]).HasUsualKey);
        Assert.IsType<Vault>(encodings.ByPrefix["ours"]);
        Assert.Equal(3, encodings.ByPrefix.Count);
    }

    [Theory]
    [Behaviour("SS-10")]
    [InlineData($"string.representer = {FernetName}", $"'string.representer' is Fernet's and needs 'string.key'; FernetEncoding.GenerateKey() and 'pyats secret keygen' make one.")]
    [InlineData($"a.representer = {FernetName}\na.key = hunter2", "'a.key' cannot be used: A Fernet key is 32 bytes in base64, 44 characters; FernetEncoding.GenerateKey() and 'pyats secret keygen' make one. (Parameter 'key').")]
    [InlineData("a.representer = lab.Vault", "'a.representer' is 'lab.Vault'. There are pyats.utils.secret_strings.ObscuringSecretStringRepresenter, pyats.utils.secret_strings.PlainTextSecretStringRepresenter, pyats.utils.secret_strings.FernetSecretStringRepresenter. For one of your own say what makes it.")]
    public void What_a_configuration_lacks_is_said_and_no_key_shown(string lines, string message)
    {
        File.WriteAllText(_file, "[secrets]\n" + lines);
        Assert.Equal($"{_file}, section [secrets]: {message}", Assert.Throws<SecretEncodingException>(() => SecretEncodings.FromPyatsConfiguration(_file)).Message);
    }

    private static string? Custom(TestbedDescription testbed, string key) => MarkupTexts.Custom(testbed, key);

    private sealed class Vault : ISecretEncoding
    {
        public SecretString Decode(string encoded) => new("from " + encoded);

        public string Encode(SecretString secret) => secret.Reveal();
    }
}
