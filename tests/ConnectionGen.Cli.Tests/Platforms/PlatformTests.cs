using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Tests.Services;

namespace ConnectionGen.Cli.Tests.Platforms;

public class PlatformTests
{
    private static readonly Platform s_own = CliPlatforms.Generic with
    {
        Name = "own",
        PrepareCommands = ["paging off"],
        ErrorPatterns = [new Regex("^no:.*", RegexOptions.Multiline, TimeSpan.FromSeconds(1))],
    };

    [Fact, Behaviour("CL-03", "SM-08", "SM-23", "SM-24")]
    public void A_platform_of_ones_own_is_found_by_its_name_and_one_of_ours_is_replaced()
    {
        var catalog = PlatformCatalog.Default.With(s_own).With(CliPlatforms.Eos with { PrepareCommands = [] });
        Assert.Same(s_own, catalog.Choose("own", null, null, out var isKnown));
        Assert.True(isKnown);
        Assert.Empty(catalog.Choose("eos", null, null, out _).PrepareCommands);
        Assert.NotEmpty(PlatformCatalog.Default.Choose("eos", null, null, out _).PrepareCommands);
        Assert.Equal("generic", catalog.Choose("unheard-of", null, null, out isKnown).Name);
        Assert.False(isKnown);
        Assert.Equal("sdwan", catalog.Choose("iosxe", "sdwan", null, out _).Name);
    }

    [Fact]
    public async Task The_line_above_a_prompt_is_in_no_output()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Junos);
        await device.FindPromptAsync("{master:0}\r\nme@sw1> ");
        device.Reply = line => line == "configure"
            ? "Entering configuration mode\r\n\r\n{master:0}[edit]\r\nme@sw1# "
            : "one\r\n\r\n{master:0}\r\nme@sw1> ";
        Assert.Equal("one", await device.RunAsync("show it"));
        Assert.Equal("one", await device.RunAsync("show it"));
        Assert.Equal("Entering configuration mode", await device.RunAsync("configure"));
        Assert.Equal("config", device.Line.Mode?.Name);
        device.Reply = _ => "[edit]\r\nme@sw1# ";
        Assert.Equal("", await device.RunAsync("set x"));
    }

    [Fact]
    public async Task Modes_with_the_same_last_line_are_told_apart_by_the_line_above()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Sros);
        await device.FindPromptAsync("[/]\r\nA:me@pe1# ");
        for (var round = 0; round < 2; round++)
        {
            device.Reply = _ => "INFO: CLI #2070: Entering private configuration mode\r\n\r\n[pr:/configure]\r\nA:me@pe1# ";
            await device.RunAsync("configure private");
            Assert.Equal("config", device.Line.Mode?.Name);
            device.Reply = _ => "out\r\n\r\n[/]\r\nA:me@pe1# ";
            Assert.Equal("out", await device.RunAsync("exit all"));
            Assert.Equal("mdcli", device.Line.Mode?.Name);
        }
    }

    [Fact, Behaviour("SM-16")]
    public async Task A_mode_that_another_session_holds_is_tried_again()
    {
        var platform = CliPlatforms.Ios with
        {
            Transitions = [new("enable", "config", "configure terminal") { Lock = new ModeLock(new Regex("locked by", RegexOptions.None, TimeSpan.FromSeconds(1)), 3, TimeSpan.FromMilliseconds(1)) }],
        };
        await using var device = new ScriptedDevice(platform);
        await device.FindPromptAsync("r1# ");
        var tries = 0;
        device.Reply = _ => ++tries < 3 ? "Configuration mode locked by another\r\nr1# " : "r1(config)# ";
        await device.GoToAsync("config");
        Assert.Equal((3, "config"), (tries, device.Line.Mode?.Name));

        await using var held = new ScriptedDevice(platform);
        await held.FindPromptAsync("r1# ");
        held.Reply = _ => "Configuration mode locked by another\r\nr1# ";
        var e = await Assert.ThrowsAsync<ConfigurationLockedException>(() => held.GoToAsync("config"));
        Assert.EndsWith("| Configuration mode locked by another", e.Message, StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Repeat("configure terminal\r", 3)), held.Link.Sent);
    }

    [Fact, Behaviour("SM-03")]
    public async Task Contexts_inside_each_other_are_left_one_by_one()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Junos);
        await device.FindPromptAsync("[edit interfaces ge-0/0/0]\r\nme@mx# ");
        var left = 3;
        device.Reply = _ => --left > 0 ? "[edit]\r\nme@mx# " : "me@mx> ";
        await device.GoToAsync("enable");
        Assert.Equal("exit\rexit\rexit\r", device.Link.Sent);
    }

    [Fact]
    public async Task Questions_of_a_platform_are_answered_during_any_command()
    {
        await using var device = new ScriptedDevice(CliPlatforms.Asa);
        await device.FindPromptAsync("fw# ");
        device.Reply = line => line == "show it" ? "Beginning configuration replication: Sending to mate." : "\r\nout\r\nfw# ";
        Assert.EndsWith("out", await device.RunAsync("show it"), StringComparison.Ordinal);
        Assert.Equal("show it\r\r", device.Link.Sent);
    }
}
