using System.Text.RegularExpressions;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Tests.Services;

namespace ConnectionGen.Cli.Tests.Platforms;

public class PlatformPromptTests
{
    public static TheoryData<string, string, string, string?> Prompts => new()
    {
        { "iosxe", "C9300-1(config-if)#", "config", "C9300-1" },
        { "iosxe", "[guestshell@guestshell ~]$ ", "guestshell", null },
        { "iosxe", "r1(tcl)#", "tclsh", null },
        { "iosxe", "switch:", "rommon", null },
        { "iosxr", "RP/0/RP0/CPU0:core-1#", "enable", "core-1" },
        { "iosxr", "RP/0/RSP1/CPU0:core-1(config-bgp-nbr)#", "config", "core-1" },
        { "iosxr", "sysadmin-vm:0_RP0# ", "admin", null },
        { "iosxr", "sysadmin-vm:0_RP0(config)#", "admin-config", null },
        { "iosxr", "[xr-vm_node0_RP0_CPU0:~]$", "run", null },
        { "nxos", "n9k-1# ", "enable", "n9k-1" },
        { "nxos", "n9k-1(maint-mode)# ", "enable", "n9k-1" },
        { "nxos", "n9k-1(config-if-range)# ", "config", "n9k-1" },
        { "nxos", "n9k-1(maint-mode)(config)# ", "config", "n9k-1" },
        { "nxos", "n9k-1(config-dual-stage)# ", "config-dual", "n9k-1" },
        { "nxos", "bash-4.4$ ", "shell", null },
        { "nxos", "module-1# ", "module", null },
        { "nxos", "switch(boot)# ", "boot", "switch" },
        { "nxos", "loader > ", "rommon", null },
        { "eos", "leaf1>", "disable", "leaf1" },
        { "eos", "leaf1.lab#", "enable", "leaf1.lab" },
        { "eos", "leaf1(vrf:MGMT)#", "enable", "leaf1" },
        { "eos", "leaf1(config-if-Et1)#", "config", "leaf1" },
        { "eos", "leaf1(config-s-sess-12)#", "config-session", "leaf1" },
        { "eos", "leaf1(config-s-sess-12-if-Et1)#", "config-session", "leaf1" },
        { "eos", "[admin@leaf1 ~]$ ", "shell", null },
        { "junos", "admin@mx-1> ", "enable", "mx-1" },
        { "junos", "admin@mx-re0> ", "enable", "mx" },
        { "junos", "admin@mx-1# ", "config", "mx-1" },
        { "junos", "root@mx-1:~ # ", "shell", null },
        { "junos", "% ", "shell", null },
        { "sros", "[/]\r\nA:admin@pe1# ", "mdcli", "pe1" },
        { "sros", "[pr:/configure router \"Base\"]\r\nA:admin@pe1# ", "config", "pe1" },
        { "sros", "*(gl)[/configure]\r\nA:admin@pe1# ", "config", "pe1" },
        { "sros", "*A:pe1# ", "classic", "pe1" },
        { "sros", "*A:pe1>config>router>if$ ", "classic-config", "pe1" },
        { "asa", "fw/ctx1/pri/act> ", "disable", "fw" },
        { "asa", "fw/pri/act# ", "enable", "fw" },
        { "asa", "fw(config-network-object)# ", "config", "fw" },
        { "comware", "<SW-1>", "enable", "SW-1" },
        { "comware", "[SW-1-GigabitEthernet1/0/1]", "config", null },
        { "linux", "(dev) user@dev-1 dir$ ", "shell", null },
        { "linux", "(server.example.com)~ : ", "shell", null },
        { "linux", "admin:", "shell", null },
        { "frr", "r1(config-router)# ", "config", "r1" },
        { "generic", "Router-Slot1#", "enable", "Router" },
    };

    [Theory, Behaviour("CL-59", "SM-01", "SM-10", "SM-13")]
    [MemberData(nameof(Prompts))]
    public async Task A_prompt_tells_mode_and_name(string os, string prompt, string mode, string? host)
    {
        await using var device = new ScriptedDevice(PlatformCatalog.Default.Choose(os, null, null, out var isKnown));
        Assert.True(isKnown);
        await device.FindPromptAsync("banner\r\n\r\n" + prompt);
        Assert.Equal((mode, host), (device.Line.Mode?.Name, device.Line.HostName));
    }

    [Fact, Behaviour("SM-07")]
    public void Each_platform_is_whole()
    {
        Assert.Equal(
            ["asa", "comware", "eos", "frr", "generic", "ios", "iosxe", "iosxr", "junos", "linux", "nxos", "sdwan", "sros", "sros-classic"],
            PlatformCatalog.Default.Names);
        foreach (var platform in CliPlatforms.All)
        {
            Assert.NotNull(platform.FindMode(platform.CommandMode));
            Assert.NotEmpty(platform.ErrorPatterns);
            foreach (var step in platform.Transitions)
            {
                platform.FindMode(step.From);
                platform.FindMode(step.To);
            }

            if (platform.ConfigureMode is { } mode)
            {
                Assert.NotNull(platform.FindWay(platform.CommandMode, mode));
                Assert.NotNull(platform.FindWay(mode, platform.CommandMode));
                Assert.NotEmpty(platform.ConfigureErrorPatterns);
            }

            if (platform.Commit?.Mode is { } commit)
            {
                Assert.NotNull(platform.FindWay(platform.CommandMode, commit));
                Assert.NotNull(platform.FindWay(commit, platform.CommandMode));
            }
        }
    }

    [Fact]
    public void Each_pattern_has_a_limit()
    {
        var patterns = CliPlatforms.All.SelectMany(platform => new IEnumerable<Regex>[]
        {
            platform.Modes.Select(mode => mode.Prompt),
            platform.Modes.Select(mode => mode.LineAbove).OfType<Regex>(),
            platform.ErrorPatterns,
            platform.ConfigureErrorPatterns,
            platform.Commit?.ErrorPatterns ?? [],
            platform.Questions.Concat(platform.LoginQuestions).Concat(platform.Commit?.Questions ?? []).Select(statement => statement.Question.Regex),
            platform.Transitions.SelectMany(step => step.Dialog ?? []).Select(statement => statement.Question.Regex),
        }).SelectMany(list => list);
        Assert.All(patterns, pattern => Assert.NotEqual(Regex.InfiniteMatchTimeout, pattern.MatchTimeout));
    }

    [Theory]
    [InlineData("junos", "          ^\nsyntax error, expecting <command>.", "syntax error")]
    [InlineData("junos", "                 ^\nunknown command.", "unknown command.")]
    [InlineData("junos", "error: device ge-9/9/9 not found", "error: device ge-9/9/9 not found")]
    [InlineData("junos", "Jan  1 00:00:00 host x: error: nothing\nerror: a line of a log", null)]
    [InlineData("eos", "% Invalid input", "% Invalid input")]
    [InlineData("eos", "% Unavailable command (not supported on this hardware platform)", "% Unavailable command")]
    [InlineData("sros", "MINOR: MGMT_CORE #2201: Unknown element - 'bogus'", "MINOR: MGMT_CORE #2201")]
    [InlineData("sros-classic", "Error: Bad command.", "Error: Bad command.")]
    [InlineData("comware", "          ^\n % Unrecognized command found at '^' position.", "% Unrecognized command")]
    [InlineData("asa", "ERROR: % Invalid input detected at '^' marker.", "ERROR: %")]
    [InlineData("iosxr", "% Ambiguous command:  \"sho v\"", "% Ambiguous command")]
    [InlineData("nxos", "Error: there was no error", null)]
    public void What_a_platform_refuses_with_is_known(string os, string output, string? error)
    {
        var found = Cli.Services.CommandLine.FindError(output, PlatformCatalog.Default.Choose(os, null, null, out _).ErrorPatterns);
        if (error is null)
            Assert.Null(found);
        else
            Assert.Contains(error, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iosxr", "% Failed to commit one or more configuration items during a pseudo-atomic operation.")]
    [InlineData("junos", "[edit]\n  'x'\nerror: configuration check-out failed")]
    [InlineData("nxos", "Verification Failed.")]
    public void What_a_commit_fails_with_is_known(string os, string output) =>
        Assert.NotNull(Cli.Services.CommandLine.FindError(output, PlatformCatalog.Default.Choose(os, null, null, out _).Commit!.ErrorPatterns));
}
