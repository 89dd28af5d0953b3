using ConnectionGen.Cli.Services;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>Which password is tried first where a device asks for one on the way to a more privileged mode.</summary>
public sealed class EnableOrderTests
{
    private const string All = """
        default: {username: admin, password: default-pass, enable_password: default-enable}
        enable: {password: enable-pass}
        vty: {username: vty, password: vty-pass, enable_password: vty-enable}
        """;

    [Theory, Behaviour("PW-11", "PW-12")]
    [InlineData(All, "login_creds: vty", "vty-enable default-enable enable-pass default-pass")]
    [InlineData(All, "login_creds: [default, vty]", "vty-enable default-enable enable-pass default-pass")]
    [InlineData(All, "login_creds: [vty, default]", "default-enable enable-pass default-pass")]
    [InlineData(All, "protocol: ssh", "default-enable enable-pass default-pass")]
    [InlineData("default: {password: default-pass}\nenable: {password: enable-pass}\nvty: {password: vty-pass}", "login_creds: vty", "enable-pass default-pass")]
    [InlineData("default: {password: default-pass}", "protocol: ssh", "default-pass")]
    [InlineData("enable: {password: enable-pass, enable_password: own}", "protocol: ssh", "own enable-pass")]
    [InlineData("vty: {password: vty-pass}", "login_creds: vty", "")]
    public void The_login_credential_comes_first_then_default_then_enable(string credentials, string path, string expected)
    {
        using var lab = Testbed.Parse($$"""
            devices:
              r1:
                os: ios
                credentials:
            {{Indented(credentials, 6)}}
                connections:
                  cli: {ip: 127.0.0.1, {{path}}}
            """);

        Assert.Equal(expected, string.Join(' ', PathCredentials.ForEnable(lab.Devices["r1"].Paths["cli"]).Passwords.Select(static one => one.Password())));
    }

    [Fact, Behaviour("PW-11")]
    public void The_nearest_credential_of_a_name_is_taken()
    {
        using var lab = Testbed.Parse("""
            testbed: {credentials: {default: {password: far}, enable: {password: far-enable}}}
            devices:
              r1:
                os: ios
                credentials: {default: {password: near}}
                connections:
                  cli: {ip: 127.0.0.1, credentials: {enable: {password: nearest-enable}}}
            """);

        Assert.Equal(["nearest-enable", "near"], PathCredentials.ForEnable(lab.Devices["r1"].Paths["cli"]).Passwords.Select(static one => one.Password()));
    }

    private static string Indented(string lines, int columns) => string.Join('\n', lines.Split('\n').Select(line => new string(' ', columns) + line));
}
