using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Tests.Connections;
using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Restarts;

/// <summary>Reloads: recorded consoles, links that are lost, devices that refuse or do not come back.</summary>
public sealed class ReloadTests
{
    private static readonly ReloadOptions s_quick = new()
    {
        Quiet = TimeSpan.FromMilliseconds(100), BeforeReconnect = TimeSpan.FromMilliseconds(1), BetweenAttempts = TimeSpan.FromMilliseconds(1),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Behaviour("SV-65", "SV-66", "SV-68", "SV-70")]
    [InlineData("ios", "ios", "enable", "default: {username: cisco, password: cisco}", "reload||no||", "initial configuration dialog")]
    [InlineData("iosxe", "iosxe", "enable_cat3k", "default: {username: cisco, password: cisco}", "reload|n||", "Press RETURN to get started")]
    [InlineData("iosxr", "iosxr", "ncs5k_enable", "default: {username: lab, password: lab}", "reload||", "SYSTEM CONFIGURATION COMPLETED")]
    [InlineData("nxos", "nxos", "exec2", "default: {username: cisco, password: cisco}", "reload|y|cisco|cisco", "Bootstrap Replay Started")]
    [InlineData("asa", "asa", "asa_enable", "default: {username: cisco, password: cisco}", "reload|S|", "START GRACEFUL SHUTDOWN")]
    public async Task A_recorded_console_is_reloaded_and_logged_in_to_again(string folder, string os, string state, string credentials, string typed, string said)
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load(folder), os, state, Token, credentials: credentials);
        var back = await device.Connection.ReloadAsync(s_quick with { Quiet = TimeSpan.FromSeconds(1), Save = os == "asa" }, TimeSpan.FromSeconds(30), Token);
        Assert.Equal((false, 0, "enable"), (back.LostLink, back.Attempts, device.Connection.Mode));
        Assert.StartsWith(typed, string.Join('|', device.Typed), StringComparison.Ordinal);
        Assert.Contains(said, back.Output, StringComparison.Ordinal);
        Assert.True(back.Duration > TimeSpan.Zero);
        Assert.True(device.Connection.IsConnected);
    }

    [Theory, Behaviour("SV-83")]
    [InlineData("iosxe", 2, "reload slot 2", "Proceed with reload? [confirm]")]
    [InlineData("nxos", 3, "reload module 3", "This command will reload module 3. Proceed[y/n]? [n] ")]
    public async Task One_member_is_reloaded_and_the_session_with_another_stays(string os, int member, string command, string question)
    {
        await using var router = await MemoryRouter.StartAsync(os, ", init_exec_commands: []");
        var typed = new List<string>();
        router.Reply = line =>
        {
            typed.Add(line);
            return line == command ? question : "r1# ";
        };
        var back = await router.Device.ReloadAsync(s_quick with { Member = member }, cancellationToken: Token);
        Assert.Equal(command, typed[0]);
        Assert.Equal((false, 0), (back.LostLink, back.Attempts));
        Assert.Contains(question.Trim(), back.Output, StringComparison.Ordinal);
        Assert.True(router.Connection.IsConnected);
    }

    [Fact, Behaviour("SV-83", "SV-84")]
    public async Task A_stack_is_reloaded_whole_by_its_own_command()
    {
        await using var router = await MemoryRouter.StartAsync("iosxe", ", init_exec_commands: []");
        router.Reply = line =>
        {
            if (line == "redundancy reload shelf")
                return "Reload the entire shelf [confirm]";
            router.Link.Ends();
            return "";
        };
        var back = await router.Connection.ReloadAsync(s_quick with { Command = "redundancy reload shelf" }, TimeSpan.FromMinutes(15), Token);
        Assert.Equal((true, 1), (back.LostLink, back.Attempts));
        Assert.True(router.Connection.IsConnected);
    }

    [Fact, Behaviour("SV-83")]
    public async Task A_member_is_none_of_a_platform_that_has_no_word_for_it_and_none_below_zero()
    {
        await using var router = await MemoryRouter.StartAsync("junos", greeting: "me@r1> ");
        var sent = router.Link.Sent;
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.ReloadAsync(new ReloadOptions { Member = 1 }, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'junos' has no reload of one member. Platforms that have it: iosxe, sdwan, nxos.", e.Message);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => router.Connection.ReloadAsync(new ReloadOptions { Member = -1 }, cancellationToken: Token));
        Assert.Equal(sent, router.Link.Sent);
    }

    [Fact, Behaviour("SV-69")]
    public async Task A_link_that_is_lost_is_opened_again_in_place_when_the_device_lets_it()
    {
        await using var router = await MemoryRouter.StartAsync();
        var opened = Refusing(router, attempts: 2);
        router.Reply = line => Rebooting(router, line);
        var back = await router.Connection.ReloadAsync(s_quick, cancellationToken: Token);
        Assert.Equal((true, 3, 3), (back.LostLink, back.Attempts, opened()));
        Assert.Contains("Proceed with reload? [confirm]", back.Output, StringComparison.Ordinal);
        Assert.True(router.Connection.IsConnected);
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        Assert.StartsWith("terminal length 0\rterminal width 0\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600_000, 1, 0)]
    [InlineData(1, 600_000, 1)]
    public async Task It_waits_before_the_first_attempt_and_between_two(int before, int between, int attempts)
    {
        await using var router = await MemoryRouter.StartAsync();
        var opened = Refusing(router, attempts: int.MaxValue);
        router.Reply = line => Rebooting(router, line);
        var patient = s_quick with { BeforeReconnect = TimeSpan.FromMilliseconds(before), BetweenAttempts = TimeSpan.FromMilliseconds(between) };
        await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.ReloadAsync(patient, TimeSpan.FromSeconds(2), Token));
        Assert.Equal(attempts, opened());
    }

    [Fact]
    public async Task A_link_that_is_lost_behind_the_prompt_is_a_reload_too()
    {
        await using var router = await MemoryRouter.StartAsync("junos", ", init_exec_commands: []", "me@r1> ");
        router.Reply = line =>
        {
            if (line != "yes")
                return line == "request system reboot" ? "Reboot the system ? [yes,no] (no) " : router.Greeting;
            router.Link.Says("\r\nShutdown NOW!\r\n[pid 4711]\r\nme@r1> ").Says("\r\n*** FINAL System shutdown message ***\r\n");
            router.Link.Ends();
            return "";
        };
        var back = await router.Connection.ReloadAsync(s_quick, cancellationToken: Token);
        Assert.True(back.LostLink);
        Assert.Contains("FINAL System shutdown message", back.Output, StringComparison.Ordinal);
        Assert.True(router.Connection.IsConnected);
    }

    [Fact]
    public async Task A_device_that_never_comes_back_is_an_exception_and_the_connection_is_disconnected()
    {
        await using var router = await MemoryRouter.StartAsync();
        var open = router.Connection.Transport;
        Refusing(router, attempts: int.MaxValue);
        router.Reply = line => Rebooting(router, line);
        var e = await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.ReloadAsync(s_quick, TimeSpan.FromMilliseconds(300), Token));
        Assert.Equal("'default' of 'r1' via 'cli': the device did not come back from its reload within 0.3 s. The last attempt: 'default' of 'r1' via 'cli': nobody listens.", e.Message);
        Assert.IsType<ConnectFailedException>(e.InnerException);
        Assert.Contains("Proceed with reload? [confirm]", e.Output, StringComparison.Ordinal);
        Assert.Equal((false, false), (e.IsRefused, router.Connection.IsConnected));
        await Assert.ThrowsAsync<NotConnectedException>(() => router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
        router.Connection.Transport = open;
        router.Reply = static _ => "r1# ";
        await router.Connection.ConnectAsync(Token);
        Assert.True(router.Connection.IsConnected);
    }

    [Fact]
    public async Task Attempts_to_connect_have_a_number_and_a_refused_login_ends_them()
    {
        await using var router = await MemoryRouter.StartAsync();
        var opened = Refusing(router, attempts: int.MaxValue);
        router.Reply = line => Rebooting(router, line);
        var e = await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.ReloadAsync(s_quick with { Attempts = 2 }, cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': the device did not come back from its reload after 2 attempts to connect. ", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, opened());
        await using var strict = await MemoryRouter.StartAsync();
        strict.Reply = line => Rebooting(strict, line);
        strict.Connection.Transport = static () => new MemoryTransport().Says("% Access denied\r\n");
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => strict.Connection.ReloadAsync(s_quick, cancellationToken: Token));
        Assert.False(strict.Connection.IsConnected);
    }

    [Fact]
    public async Task A_console_that_stays_silent_is_an_exception_and_the_connection_is_disconnected()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line == "reload" ? "Proceed with reload? [confirm]" : "Booting...\r\n";
        var e = await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.ReloadAsync(s_quick with { Quiet = TimeSpan.FromSeconds(30) }, TimeSpan.FromMilliseconds(300), Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': the device did not come back from its reload within 0.3 s. The last attempt: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("Booting...", e.Message, StringComparison.Ordinal);
        Assert.False(router.Connection.IsConnected);
    }

    [Theory]
    [InlineData("% Invalid input detected at '^' marker.\r\nr1# ", "'reload' was refused: % Invalid input detected at '^' marker.")]
    [InlineData("not now\r\nr1# ", "the device shows its prompt again after 'reload' and did not begin a reload. The last lines that came:\n  | not now")]
    public async Task A_device_that_refuses_is_an_exception_and_the_connection_is_usable(string answer, string message)
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = line => line == "reload" ? answer : "12:00\r\nr1# ";
        var e = await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.ReloadAsync(s_quick, cancellationToken: Token));
        Assert.Equal((true, $"'default' of 'r1' via 'cli': {message}"), (e.IsRefused, e.Message));
        Assert.Equal("12:00", await router.Connection.ExecuteAsync("show clock", cancellationToken: Token));
    }

    [Theory]
    [InlineData("System configuration has been modified. Save? [yes/no]: ", true, "y")]
    [InlineData("System configuration has been modified. Save? [yes/no/cancel/diff]:", false, "n")]
    [InlineData("System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel: ", false, "N")]
    [InlineData("Abort Auto Provisioning and continue with normal setup ?(yes/no)[n]: ", false, "yes")]
    [InlineData("Do you want to enforce secure password standard (yes/no) [y]: ", false, "no")]
    [InlineData("Enter the password for \"admin\": ", false, "secret-1")]
    [InlineData("Would you like to enter the basic configuration dialog (yes/no): ", false, "no")]
    [InlineData("Would you like to terminate autoinstall? [yes]: ", false, "yes")]
    [InlineData("This command will reboot the system. (y/n)?  [n] ", false, "y")]
    [InlineData("Reboot the system ? [yes,no] (no) ", false, "yes")]
    [InlineData("Are you sure you want to reboot (y/n)? ", false, "y")]
    [InlineData("This command will reboot the device. Continue? [Y/N]:", false, "y")]
    [InlineData("Proceed with reload? [confirm]", false, "")]
    [InlineData("Strange question> ", false, "strange answer")]
    public async Task Questions_of_many_makes_are_answered(string question, bool save, string answer)
    {
        await using var router = await MemoryRouter.StartAsync();
        var typed = new List<string>();
        router.Reply = line =>
        {
            typed.Add(line);
            return line == "reload" ? question : typed.Count == 2 ? "Booting\r\nr1# " : "r1# ";
        };
        var options = s_quick with { Save = save, Reply = new Dialog(DialogStatement.Line(new("^Strange question> $"), "strange answer")) };
        var reload = router.Connection.ReloadAsync(options, cancellationToken: Token);
        if (answer == "strange answer")
            Assert.True((await Assert.ThrowsAsync<ReloadFailedException>(() => reload)).IsRefused);
        else
            await reload;
        Assert.Equal(["reload", answer], typed.Take(2));
    }

    [Fact]
    public async Task A_reload_that_is_given_up_leaves_a_connection_that_is_disconnected()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line == "reload" ? "Proceed with reload? [confirm]" : "Booting...\r\n";
        using var stop = new CancellationTokenSource();
        var reload = router.Connection.ReloadAsync(s_quick with { Quiet = TimeSpan.FromSeconds(30) }, cancellationToken: stop.Token);
        for (var i = 0; i < 1000 && !router.Link.Sent.EndsWith("reload\r\r", StringComparison.Ordinal); i++)
            await Task.Delay(5, Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reload);
        Assert.False(router.Connection.IsConnected);
    }

    [Fact]
    public async Task Who_disconnects_meanwhile_ends_the_waiting_for_the_device()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Connection.Limits = router.Connection.Limits with { Disconnect = TimeSpan.Zero };
        router.Reply = line => Rebooting(router, line);
        var opened = Refusing(router, attempts: int.MaxValue);
        var reload = router.Connection.ReloadAsync(s_quick with { BetweenAttempts = TimeSpan.FromMilliseconds(20) }, cancellationToken: Token);
        for (var i = 0; i < 1000 && opened() == 0; i++)
            await Task.Delay(5, Token);
        await router.Connection.DisconnectAsync(Token);
        await Assert.ThrowsAsync<ConnectionClosedException>(() => reload);
        var last = opened();
        await Task.Delay(100, Token);
        Assert.InRange(opened(), last, last + 1);
        Assert.False(router.Connection.IsConnected);
    }

    [Fact, Behaviour("PW-15")]
    public async Task Platforms_without_a_reload_say_which_have_one_and_a_credential_has_to_be_there()
    {
        await using var linux = await MemoryRouter.StartAsync("linux", ", init_exec_commands: []", "me@r1:~$ ");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => linux.Connection.ReloadAsync(cancellationToken: Token));
        Assert.Equal(
            "'default' of 'r1' via 'cli': the platform 'linux' has no reload. Platforms that have it: generic, ios, iosxe, sdwan, iosxr, nxos, eos, junos, sros, sros-classic, asa, comware.", e.Message);
        await using var router = await MemoryRouter.StartAsync();
        var wrong = await Assert.ThrowsAsync<ArgumentException>(() => router.Connection.ReloadAsync(new ReloadOptions { Credential = "three" }, cancellationToken: Token));
        Assert.StartsWith("'default' of 'r1' via 'cli': the credential 'three' is not there. There are: default, two.", wrong.Message, StringComparison.Ordinal);
        Assert.True(router.Connection.IsConnected);
    }

    private static string Rebooting(MemoryRouter router, string line)
    {
        if (line != "" || !router.Link.Sent.EndsWith("reload\r\r", StringComparison.Ordinal))
            return line == "reload" ? "Proceed with reload? [confirm]" : line == "show clock" ? "12:00\r\nr1# " : "r1# ";
        router.Link.Ends();
        return "";
    }

    // How often it was opened, those attempts included that were refused.
    private static Func<int> Refusing(MemoryRouter router, int attempts)
    {
        var open = router.Connection.Transport;
        var count = 0;
        router.Connection.Transport = () => ++count <= attempts ? throw new ConnectFailedException("nobody listens.", ConnectFailure.Refused) : open();
        return () => count;
    }
}
