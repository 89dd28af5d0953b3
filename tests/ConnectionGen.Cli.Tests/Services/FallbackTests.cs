using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Tests.Connections;
using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>What happens when a login is refused: whose turn it is then, and when it is the end.</summary>
public sealed class FallbackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("PW-17")]
    public async Task After_a_refusal_the_fallback_credentials_are_tried_in_order()
    {
        var link = Asks("three");
        var line = await LoginAsync(link, new LoginPlan([Named("one")], [Named("two"), Named("three")]));
        Assert.Equal("disable", line.Mode?.Name);
        Assert.Equal("one\rsecret-one\rtwo\rsecret-two\rthree\rsecret-three\r", link.Sent);
    }

    [Fact, Behaviour("PW-05", "PW-18")]
    public async Task Fallbacks_that_are_refused_all_are_named_and_no_secret_is()
    {
        var e = await Assert.ThrowsAsync<CredentialsExhaustedException>(() => LoginAsync(Asks("nobody"), new LoginPlan([Named("one")], [Named("two")])));
        Assert.Equal(["one", "two"], e.Credentials);
        Assert.Equal("memory: the login was refused ('% Login invalid') after the credentials 'one', 'two' were sent.", e.Message);
        Assert.DoesNotContain("secret-", e.ToString(), StringComparison.Ordinal);
    }

    [Fact, Behaviour("PW-06")]
    public async Task Without_fallbacks_a_refusal_is_the_end()
    {
        var link = Asks("nobody");
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(link, new LoginPlan([Named("one")], [])));
        Assert.Equal("memory: the login was refused ('% Login invalid') after the credentials 'one' were sent.", e.Message);
        Assert.Equal("one\rsecret-one\r", link.Sent);
    }

    [Fact]
    public async Task No_more_are_tried_than_the_limit_allows()
    {
        var link = Asks("four");
        var e = await Assert.ThrowsAsync<CredentialsExhaustedException>(() => LoginAsync(link, new LoginPlan([Named("one")], [Named("two"), Named("three"), Named("four")], attempts: 2)));
        Assert.Equal(["one", "two"], e.Credentials);
        Assert.EndsWith("No more are tried: 2 refusals are the limit (key: login_attempts).", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("three", link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_asks_again_without_a_word_has_refused()
    {
        var link = new MemoryTransport().Says("Password: ");
        link.OnLine = static line => line == "secret-two" ? "\r\nr1> " : "\r\nPassword: ";
        Assert.Equal("r1", (await LoginAsync(link, new LoginPlan([Named("one")], [Named("two")]))).HostName);
    }

    [Fact, Behaviour("PW-02", "PW-03")]
    public async Task A_fallback_takes_the_place_of_the_one_that_was_refused_alone()
    {
        var link = new MemoryTransport().Says("Username: ");
        link.OnLine = static line => line switch
        {
            "server-2" => "server-2\r\nPassword: ",
            "secret-server-2" => "\r\nOpen\r\nUsername: ",
            "device" => "device\r\nPassword: ",
            "secret-device" => "\r\nr1> ",
            _ when line.StartsWith("secret", StringComparison.Ordinal) => "\r\n% Login invalid\r\n\r\nUsername: ",
            _ => line + "\r\nPassword: ",
        };
        await LoginAsync(link, new LoginPlan([Named("server"), Named("device")], [Named("server-2")]));
        Assert.Equal("server\rsecret-server\rserver-2\rsecret-server-2\rdevice\rsecret-device\r", link.Sent);
    }

    [Fact, Behaviour("PW-19")]
    public async Task A_login_that_somebody_else_began_is_forgiven_once()
    {
        var link = new MemoryTransport().Says("Password: ");
        link.OnLine = static line => line switch
        {
            "one" => "one\r\nPassword: ",
            "secret-one" => "\r\nr1> ",
            _ => "",
        };
        var refusals = 0;
        var answer = link.OnLine;
        link.OnLine = line => line == "secret-one" && refusals++ == 0 ? "\r\nLogin incorrect\r\nlogin: " : answer(line);
        Assert.Equal("r1", (await LoginAsync(link, new LoginPlan([Named("one")], []))).HostName);

        link = new MemoryTransport().Says("Password: ");
        link.OnLine = static line => line == "one" ? "one\r\nPassword: " : "\r\nLogin incorrect\r\nlogin: ";
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(link, new LoginPlan([Named("one")], [])));
    }

    [Theory, Behaviour("PW-16", "PW-20")]
    [InlineData("% Bad passwords")]
    [InlineData("% Bad secrets")]
    [InlineData("% Access denied")]
    [InlineData("% Authentication failed")]
    [InlineData("% Error in authentication.")]
    [InlineData("% No password set")]
    public async Task Each_text_of_refusal_ends_the_login(string text)
    {
        var link = new MemoryTransport().Says("Password: ");
        link.OnLine = _ => $"\r\n{text}\r\n";
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(link, new LoginPlan([Named("one")], [])));
        Assert.Contains($"('{text}", e.Message, StringComparison.Ordinal);
    }

    [Theory, Behaviour("PW-04", "PW-21")]
    [InlineData("Enter new password: ", "Confirm new password: ")]
    [InlineData("Enter the password for \"admin\": ", "Confirm the password for \"admin\": ")]
    [InlineData("New Password: ", "Retype new password: ")]
    public async Task A_new_device_is_given_the_password_of_its_login_and_again(string first, string again)
    {
        var link = new MemoryTransport().Says("login: ");
        var asked = 0;
        link.OnLine = line => line switch
        {
            "one" => "one\r\nPassword: ",
            _ => "\r\n" + (asked++ switch { 0 => first, 1 => again, _ => "r1> " }),
        };
        await LoginAsync(link, new LoginPlan([Named("one"), Named("two")], []));
        Assert.Equal("one\rsecret-one\rsecret-one\rsecret-one\r", link.Sent);
    }

    [Theory]
    [InlineData("Requested line is busy!")]
    [InlineData("% All lines busy")]
    [InlineData("% Connection refused: all lines are in use")]
    [InlineData("Too many sessions. Try again later.")]
    public async Task A_device_without_a_free_line_is_an_exception_of_its_own(string text)
    {
        var e = await Assert.ThrowsAsync<NoFreeLineException>(() => LoginAsync(new MemoryTransport().Says(text + "\r\n"), new LoginPlan([Named("one")], [])));
        Assert.Equal($"memory: no line is free ('{text}'). End a session that nobody needs, or try again later.", e.Message);
    }

    [Fact, Behaviour("PW-30")]
    public async Task A_device_that_closes_after_a_refusal_is_connected_to_anew_with_the_next_and_next_time_with_that_first()
    {
        await using var router = MemoryRouter.Make(keys: ", fallback_credentials: [two]", greeting: "Username: ");
        var refused = new List<string>();
        router.Reply = line =>
        {
            switch (line)
            {
                case "one" or "two":
                    return "\r\nPassword: ";
                case "secret-1":
                    refused.Add(line);
                    router.Link.Says("secret-1\r\n% Login invalid\r\n").Ends();
                    return "";
                default:
                    return "\r\nr1# ";
            }
        };
        router.Echoes = false;
        await router.Connection.ConnectAsync(Token);
        Assert.Equal("enable", router.Connection.Mode);
        await router.Connection.DisconnectAsync(Token);
        await router.Connection.ConnectAsync(Token);
        Assert.Equal(["secret-1"], refused);
    }

    [Theory, Behaviour("PW-09", "PW-10")]
    [InlineData("settings: {SENDLINE_AFTER_CRED: default}", "one\rsecret-1\r\r")]
    [InlineData("cred_action: {default: {post: sendline(go)}}", "one\rsecret-1\rgo\r")]
    [InlineData("arguments: {cred_action: {default: {post: send(x)}}}", "one\rsecret-1\rx")]
    [InlineData("settings: {SENDLINE_AFTER_CRED: default}, cred_action: {default: {post: send(x)}}", "one\rsecret-1\rx")]
    public async Task Something_may_be_sent_after_a_password(string keys, string sent)
    {
        using var lab = Lab(keys);
        var link = new MemoryTransport().Says("Username: ");
        link.OnLine = static line => line == "one" ? "one\r\nPassword: " : "\r\nr1> ";
        link.OnText = static text => text == "x" ? "\r\nr1> " : null;
        await LoginAsync(link, PathCredentials.ForLogin(lab.Devices["r1"].Paths["cli"], "r1"));
        Assert.StartsWith(sent, link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_that_is_none_is_said()
    {
        using var lab = Lab("cred_action: {default: {post: shout(x)}}");
        var e = Assert.Throws<ConnectionGenException>(() => PathCredentials.ForLogin(lab.Devices["r1"].Paths["cli"], "r1"));
        Assert.Equal("'shout(x)' is nothing to do after the password of 'default' (key: cred_action). There are: sendline(text), send(text).", e.Message);
    }

    [Fact, Behaviour("PW-01", "PW-07", "PW-08")]
    public void Credentials_come_in_the_order_of_login_creds_or_default_alone_and_are_read_when_they_are_sent()
    {
        var secrets = new Dictionary<string, string?>(StringComparer.Ordinal);
        using var lab = Testbed.Parse(
            "devices: {r1: {os: ios, credentials: {default: {username: d, password: \"%ENV{ONE}\"}, a: {username: a, password: x}}, connections: {cli: {protocol: telnet, ip: 127.0.0.1}, both: {protocol: telnet, ip: 127.0.0.1, login_creds: [a, default]}}}}",
            new TestbedOptions { Environment = secrets.GetValueOrDefault });
        var plan = PathCredentials.ForLogin(lab.Devices["r1"].Paths["cli"], "r1");
        secrets["ONE"] = "read-late";
        Assert.Equal("read-late", plan.Next()!.Password());
        Assert.Null(plan.Next());
        plan = PathCredentials.ForLogin(lab.Devices["r1"].Paths["both"], "r1");
        Assert.Equal(["a", "d"], [plan.Next()!.UserName(), plan.Next()!.UserName()]);
        Assert.Null(plan.Next());
    }

    [Fact, Behaviour("PW-24")]
    public async Task An_asa_asks_for_the_logins_password_by_the_users_name()
    {
        var link = new MemoryTransport().Says("one@192.0.2.1's password: ");
        link.OnLine = static _ => "\r\nasa/pri/act> ";
        await LoginAsync(link, new LoginPlan([Named("one")], []), CliPlatforms.Asa);
        Assert.Equal("secret-one\r", link.Sent);
    }

    [Fact]
    public void A_fallback_that_is_no_credential_is_said()
    {
        using var lab = Lab("fallback_credentials: [three]");
        var e = Assert.Throws<AuthenticationFailedException>(() => PathCredentials.ForLogin(lab.Devices["r1"].Paths["cli"], "r1"));
        Assert.Equal("r1: fallback_credentials names the credential 'three', which is not there. There are: default.", e.Message);
    }

    [Fact, Behaviour("PW-22")]
    public async Task A_host_that_takes_its_own_accounts_is_given_the_users_name_and_no_password()
    {
        var link = new MemoryTransport().Says("login: ");
        link.OnLine = line => line == Environment.UserName ? "\r\nPassword: " : "\r\nme@host:~$ ";
        var nameless = new LoginCredential("default", static () => null, static () => null, static () => null);
        await LoginAsync(link, new LoginPlan([nameless], []), CliPlatforms.Linux);
        Assert.Equal($"{Environment.UserName}\r\r", link.Sent);
        var e = await Assert.ThrowsAsync<AuthenticationFailedException>(() => LoginAsync(new MemoryTransport().Says("Username: "), new LoginPlan([nameless], [])));
        Assert.Equal("memory: the device asks for a user name, and the credential 'default' has none (key: username).", e.Message);
    }

    private static Testbed Lab(string keys) => Testbed.Parse(
        $"devices: {{r1: {{os: ios, credentials: {{default: {{username: one, password: secret-1}}}}, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, {keys}}}}}}}}}");

    private static LoginCredential Named(string name) => new(name, () => name, () => "secret-" + name, static () => null);

    // Takes the password of one user.
    private static MemoryTransport Asks(string user)
    {
        var link = new MemoryTransport().Says("Username: ");
        link.OnLine = line => line == "secret-" + user ? "\r\nr1> "
            : line.StartsWith("secret-", StringComparison.Ordinal) ? "\r\n% Login invalid\r\n\r\nUsername: "
            : line + "\r\nPassword: ";
        return link;
    }

    private static async Task<CommandLine> LoginAsync(MemoryTransport link, LoginPlan plan, Platform? platform = null)
    {
        platform ??= CliPlatforms.Ios;
        var line = new CommandLine(new Terminal(link), platform, static () => new EnablePasswords([]));
        using var deadline = new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30), Token);
        await line.FindPromptAsync(new LoginDialog(plan, platform, HostKeyPolicy.Strict).Dialog, nudge: null, deadline);
        return line;
    }
}
