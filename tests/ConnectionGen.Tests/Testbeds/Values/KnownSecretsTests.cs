namespace ConnectionGen.Tests.Testbeds.Values;

/// <summary>The secrets of a credential that can be told without asking anybody.</summary>
public sealed class KnownSecretsTests
{
    private const string Yaml = """
        testbed:
          custom: {shared: from-custom, asked: "%ASK{Shared?}"}
        devices:
          r1:
            os: ios
            credentials:
              default: {username: admin, password: plain, enable_password: "%ENV{R1_ENABLE}", passphrase: "%ENV{R1_NOT_SET}", other: "%{testbed.custom.shared}"}
              asked: {password: "%ASK{Password?}"}
              referred: {password: "%{testbed.custom.asked}"}
              nothing: {password: "%{testbed.custom.nowhere}", more: {a: b}, empty:}
            connections: {cli: {protocol: telnet, ip: 127.0.0.1}}
        """;

    [Fact]
    public async Task Nobody_is_asked_and_what_gives_nothing_is_left_out()
    {
        var questions = new List<string>();
        await using var lab = Testbed.Parse(Yaml, new TestbedOptions
        {
            Environment = static name => name == "R1_ENABLE" ? "from-environment" : null,
            Ask = question =>
            {
                questions.Add(question.Text);
                return "answer to " + question.Text;
            },
        });
        var credentials = lab.Devices["r1"].Paths["cli"].Credentials;
        Assert.Equal(["plain", "from-environment", "from-custom"], Known(credentials["default"]));
        Assert.Empty(Known(credentials["asked"]));
        Assert.Empty(Known(credentials["referred"]));
        Assert.Empty(Known(credentials["nothing"]));
        Assert.Empty(questions);
    }

    [Fact]
    public async Task An_answer_that_was_given_is_known()
    {
        await using var lab = Testbed.Parse(Yaml, new TestbedOptions { Ask = static question => "answer to " + question.Text });
        var credentials = lab.Devices["r1"].Paths["cli"].Credentials;
        foreach (var name in new[] { "asked", "referred" })
        {
            var answer = credentials[name].Password!.Reveal();
            Assert.StartsWith("answer to ", answer, StringComparison.Ordinal);
            Assert.Equal([answer], Known(credentials[name]));
        }
    }

    private static IEnumerable<string> Known(Credential credential) => credential.Known().Select(static secret => secret.Reveal());
}
