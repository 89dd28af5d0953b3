using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Tests.Connections;

namespace ConnectionGen.Cli.Tests.Redundancy;

/// <summary>Two supervisors, seen and moved from one session.</summary>
public sealed class RedundancyTests
{
    private const string Ready = "       my state = 13 -ACTIVE\r\n     peer state = 8  -STANDBY HOT\r\nRedundancy Mode (Operational) = sso\r\nr1# ";
    private const string NotReady = "       my state = 13 -ACTIVE\r\n     peer state = 1  -DISABLED\r\nr1# ";

    private static readonly SwitchoverOptions s_quick = new()
    {
        BetweenLooks = TimeSpan.FromMilliseconds(1),
        Restart = new ReloadOptions { Quiet = TimeSpan.FromMilliseconds(50), BeforeReconnect = TimeSpan.FromMilliseconds(1), BetweenAttempts = TimeSpan.FromMilliseconds(1) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("SV-76", "SV-77", "SV-80", "SV-81")]
    public async Task A_recorded_ios_shows_its_supervisors_and_switches_over()
    {
        await using var device = await ConformanceDevice.ConnectAsync(MockFolder.Load("ios", "sh redundancy state", "show redundancy states"), "ios", "enable", Token);
        var status = await device.Connection.GetRedundancyAsync(cancellationToken: Token);
        Assert.Equal(("sso", "ACTIVE", "STANDBY HOT", true), (status.Mode, status.Own, status.Peer, status.IsStandbyReady));
        status = await device.Connection.SwitchoverAsync(s_quick, cancellationToken: Token);
        Assert.Equal(("sso", "STANDBY HOT", "ACTIVE", true), (status.Mode, status.Own, status.Peer, status.IsStandbyReady));
        Assert.Contains("redundancy force-switchover", device.Typed);
    }

    [Fact, Behaviour("SV-77")]
    public async Task A_recorded_nxos_shows_its_supervisors()
    {
        await using var active = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos", "exec", Token);
        var status = await active.Connection.GetRedundancyAsync(cancellationToken: Token);
        Assert.Equal(("HA", "Active", "HA standby", true), (status.Mode, status.Own, status.Peer, status.IsStandbyReady));
        await using var standby = await ConformanceDevice.ConnectAsync(MockFolder.Load("nxos"), "nxos", "nxos_exec_standby", Token);
        status = await standby.Connection.GetRedundancyAsync(cancellationToken: Token);
        Assert.Equal(("Standby", "Active", true), (status.Own, status.Peer, status.IsStandbyReady));
    }

    [Theory]
    [InlineData("iosxr", "RP/0/RP0/CPU0:r1#", "Node 0/RP0/CPU0 is in ACTIVE role\r\nNode Redundancy Partner (0/RP1/CPU0) is in STANDBY role\r\nStandby node in 0/RP1/CPU0 is ready\r\n", "ACTIVE", "STANDBY", true)]
    [InlineData("iosxr", "RP/0/RP0/CPU0:r1#", "Node 0/RP0/CPU0 is in ACTIVE role\r\nNode 0/RP0/CPU0 has no valid partner\r\n", "ACTIVE", null, false)]
    [InlineData("eos", "r1# ", "  my state = ACTIVE\r\npeer state = STANDBY WARM\r\n      Unit = Primary\r\n", "ACTIVE", "STANDBY WARM", true)]
    [InlineData("ios", "r1# ", "       my state = 13 -ACTIVE\r\n     peer state = 1  -DISABLED\r\n", "ACTIVE", "DISABLED", false)]
    public async Task Supervisors_are_shown_in_the_words_of_the_platform(string os, string prompt, string answer, string own, string? peer, bool isReady)
    {
        await using var router = await MemoryRouter.StartAsync(os, ", init_exec_commands: []", prompt);
        router.Reply = _ => answer + prompt;
        var status = await router.Device.GetRedundancyAsync(cancellationToken: Token);
        Assert.Equal((own, peer, isReady), (status.Own, status.Peer, status.IsStandbyReady));
    }

    [Fact, Behaviour("SV-84")]
    public async Task Of_four_supervisors_the_standby_of_the_other_chassis_takes_over()
    {
        const string States = """
                   my state = 13 -ACTIVE
                 peer state = 8  -STANDBY HOT
            Redundancy Mode (Operational) = sso
            My Switch Id = 1
            In-chassis standby state = 4 -RPR-WARM

            """;
        await using var router = await MemoryRouter.StartAsync("iosxe", ", init_exec_commands: []");
        var typed = new List<string>();
        router.Reply = line =>
        {
            typed.Add(line);
            return line switch
            {
                "show redundancy states" => States.ReplaceLineEndings("\r\n") + "r1# ",
                "redundancy force-switchover" => "This will reload the active unit and force switchover to standby[confirm]",
                _ => "r1# ",
            };
        };
        var status = await router.Device.SwitchoverAsync(s_quick, cancellationToken: Token);
        Assert.Equal(["show redundancy states", "redundancy force-switchover", "", "show redundancy states"], typed);
        Assert.Equal(("ACTIVE", "STANDBY HOT", true), (status.Own, status.Peer, status.IsStandbyReady));
        Assert.Contains("RPR-WARM", status.Text, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-81")]
    public async Task A_standby_that_is_not_ready_is_not_switched_over_to()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => NotReady;
        var e = await Assert.ThrowsAsync<StandbyNotReadyException>(() => router.Connection.SwitchoverAsync(s_quick, cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the standby supervisor cannot take over: its state is 'DISABLED'.", e.Message);
        Assert.Equal("DISABLED", e.Status.Peer);
        Assert.DoesNotContain("switchover", router.Link.Sent, StringComparison.Ordinal);
        Assert.True(router.Connection.IsConnected);
    }

    [Fact, Behaviour("SV-80")]
    public async Task A_link_that_goes_with_the_active_supervisor_is_opened_again_and_the_standby_waited_for()
    {
        await using var router = await MemoryRouter.StartAsync();
        var looks = 0;
        router.Reply = line =>
        {
            if (line == "show redundancy states")
                return ++looks is 2 or 3 ? NotReady : Ready;
            if (line != "" || !router.Link.Sent.EndsWith("force-switchover\r\r", StringComparison.Ordinal))
                return line == "redundancy force-switchover" ? "This will reload the active unit and force switchover to standby[confirm]" : "r1# ";
            router.Link.Ends();
            return "";
        };
        var status = await router.Connection.SwitchoverAsync(s_quick, cancellationToken: Token);
        Assert.Equal((true, 4), (status.IsStandbyReady, looks));
        Assert.True(router.Connection.IsConnected);
    }

    [Fact]
    public async Task A_console_that_is_locked_with_its_standby_is_said_at_once()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line == "redundancy force-switchover" ? "Switching over\r\nr1-stby>\r\nStandby console disabled\r\n" : Ready;
        var e = await Assert.ThrowsAsync<ReloadFailedException>(() => router.Connection.SwitchoverAsync(s_quick, cancellationToken: Token));
        Assert.Equal(
            "'default' of 'r1' via 'cli': this console is that of the standby now, which is locked ('Standby console disabled'). A path to the active supervisor goes on.", e.Message);
        Assert.Equal((false, false), (e.IsRefused, router.Connection.IsConnected));
    }

    [Fact, Behaviour("SV-79")]
    public async Task Who_waits_for_the_standby_gets_its_state_or_an_exception_with_it()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static _ => NotReady;
        var e = await Assert.ThrowsAsync<StandbyNotReadyException>(() => router.Connection.SyncStateAsync(TimeSpan.FromMilliseconds(200), Token));
        Assert.Equal("'default' of 'r1' via 'cli': the standby supervisor is not ready within 0.2 s: its state is 'DISABLED'.", e.Message);
        router.Reply = static _ => Ready;
        Assert.True((await router.Device.SyncStateAsync(cancellationToken: Token)).IsStandbyReady);
        Assert.True(router.Connection.SyncState(cancellationToken: Token).IsStandbyReady);
    }

    [Fact, Behaviour("SV-82")]
    public async Task The_standby_is_reset()
    {
        await using var router = await MemoryRouter.StartAsync();
        router.Reply = static line => line == "redundancy reload peer" ? "Reload peer [confirm]" : "Preparing to reload peer\r\nr1# ";
        Assert.EndsWith("Preparing to reload peer", await router.Connection.ResetStandbyAsync(cancellationToken: Token), StringComparison.Ordinal);
        Assert.EndsWith("\rredundancy reload peer\r\r", router.Link.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platforms_with_one_supervisor_name_those_that_have_two()
    {
        await using var router = await MemoryRouter.StartAsync("junos", ", init_exec_commands: []", "me@r1> ");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.GetRedundancyAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'junos' has no redundancy. Platforms that have it: generic, ios, iosxe, sdwan, iosxr, nxos, eos.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.SwitchoverAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'junos' has no switchover. Platforms that have it: generic, ios, iosxe, sdwan, iosxr, nxos.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => router.Connection.ResetStandbyAsync(cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': the platform 'junos' has no reset of the standby. Platforms that have it: generic, ios, iosxe, sdwan.", e.Message);
        Assert.Equal("", router.Link.Sent);
    }
}
