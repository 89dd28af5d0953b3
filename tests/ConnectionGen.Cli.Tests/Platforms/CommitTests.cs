using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Tests.Services;

namespace ConnectionGen.Cli.Tests.Platforms;

public class CommitTests
{
    private static readonly TimeSpan s_tenMinutes = TimeSpan.FromMinutes(10);

    [Theory, Behaviour("SV-24", "SV-25", "SV-34")]
    [InlineData("iosxr", "configure terminal\rline\rcommit\rend\r")]
    [InlineData("junos", "configure\rline\rcommit\rexit\r")]
    [InlineData("sros", "configure private\rline\rcommit\r\x1a")]
    [InlineData("eos", "configure terminal\rline\rend\r")]
    [InlineData("nxos", "configure terminal\rline\rend\r")]
    [InlineData("ios", "configure terminal\rline\rend\r")]
    [InlineData("sdwan", "config-transaction\rline\rcommit\rend\r")]
    public async Task Lines_are_committed_where_that_is_usual(string os, string typed)
    {
        await using var device = await CommitDevice.StartAsync(os);
        await device.ConfigureAsync(["line"], null);
        Assert.Equal(typed, device.Typed);
        Assert.Equal(device.Platform.CommandMode, device.Mode);
    }

    [Theory]
    [InlineData("iosxr", "commit confirmed minutes 10 comment why not")]
    [InlineData("junos", "commit confirmed 10 comment \"why not\"")]
    [InlineData("sros", "commit confirmed 10 comment \"why not\"")]
    public async Task Comment_and_time_to_confirm_are_said_in_the_words_of_the_platform(string os, string commit)
    {
        await using var device = await CommitDevice.StartAsync(os);
        await device.ConfigureAsync(["line"], new CommitOptions { Comment = "why not", ConfirmWithin = s_tenMinutes });
        Assert.Contains($"\rline\r{commit}\r", device.Typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_is_asked_for_goes_through_a_session_where_lines_are_usually_taken_at_once()
    {
        await using var eos = await CommitDevice.StartAsync("eos");
        await eos.ConfigureAsync(["line"], new CommitOptions { ConfirmWithin = s_tenMinutes });
        Assert.Equal("configure session\rline\rcommit timer 00:10:00\rend\r", eos.Typed);
        await using var nxos = await CommitDevice.StartAsync("nxos");
        await nxos.ConfigureAsync(["line"], new CommitOptions());
        Assert.Equal("configure dual-stage\rline\rcommit\rend\r", nxos.Typed);
    }

    [Fact]
    public async Task A_commit_without_lines_confirms_the_one_before()
    {
        await using var device = await CommitDevice.StartAsync("junos");
        await device.ConfigureAsync([], new CommitOptions());
        Assert.Equal("configure\rcommit\rexit\r", device.Typed);
    }

    [Theory]
    [InlineData("sros", "configure private\rcommit confirmed accept\r\x1a")]
    [InlineData("junos", "configure\rcommit\rexit\r")]
    [InlineData("iosxr", "configure terminal\rcommit\rend\r")]
    public async Task A_commit_that_waits_is_confirmed_in_the_words_of_the_platform(string os, string typed)
    {
        await using var device = await CommitDevice.StartAsync(os);
        await device.ConfigureAsync([], new CommitOptions { Confirm = true });
        Assert.Equal(typed, device.Typed);
    }

    [Theory]
    [InlineData("iosxr", "configure exclusive\rline\rcommit\rend\r")]
    [InlineData("junos", "configure exclusive\rline\rcommit\rexit\r")]
    [InlineData("sros", "configure exclusive\rline\rcommit\r\x1a")]
    public async Task A_configuration_can_be_had_alone(string os, string typed)
    {
        await using var device = await CommitDevice.StartAsync(os);
        await device.ConfigureAsync(["line"], new CommitOptions { Exclusive = true });
        Assert.Equal(typed, device.Typed);
        Assert.Equal(device.Platform.CommandMode, device.Mode);
    }

    [Fact]
    public async Task A_platform_without_a_configuration_for_one_alone_refuses_before_anything_is_typed()
    {
        await using var device = await CommitDevice.StartAsync("eos");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => device.ConfigureAsync(["line"], new CommitOptions { Exclusive = true }));
        Assert.Equal("'r1': the platform 'eos' knows no configuration that one user has alone.", e.Message);
        Assert.Equal("", device.Typed);
    }

    [Fact, Behaviour("SV-24")]
    public async Task Force_and_replace_are_known_to_one_platform_and_refused_by_others()
    {
        await using var device = await CommitDevice.StartAsync("iosxr");
        await device.ConfigureAsync(["line"], new CommitOptions { Force = true, Replace = true });
        Assert.Contains("\rcommit force replace\r", device.Typed, StringComparison.Ordinal);
        await device.ConfigureAsync(["line"], new CommitOptions { BestEffort = true });
        Assert.EndsWith("\rcommit best-effort\rend\r", device.Typed, StringComparison.Ordinal);
        await using var junos = await CommitDevice.StartAsync("junos");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => junos.ConfigureAsync(["line"], new CommitOptions { Replace = true }));
        Assert.Equal("'r1': the platform 'junos' knows no commit that replaces the whole configuration.", e.Message);
        e = await Assert.ThrowsAsync<NotSupportedException>(() => junos.ConfigureAsync(["line"], new CommitOptions { Force = true }));
        Assert.Equal("'r1': the platform 'junos' knows no forced commit.", e.Message);
        Assert.Equal("", junos.Typed);
    }

    [Fact]
    public async Task A_platform_without_a_commit_refuses_one_before_it_types_anything()
    {
        await using var device = await CommitDevice.StartAsync("ios");
        var e = await Assert.ThrowsAsync<NotSupportedException>(() => device.ConfigureAsync(["line"], new CommitOptions()));
        Assert.Equal("'r1': the platform 'ios' knows no commit: each line is taken over at once.", e.Message);
        await using var eos = await CommitDevice.StartAsync("eos");
        e = await Assert.ThrowsAsync<NotSupportedException>(() => eos.ConfigureAsync(["line"], new CommitOptions { Comment = "x" }));
        Assert.Equal("'r1': the platform 'eos' knows no comment with a commit.", e.Message);
        Assert.Equal("", device.Typed + eos.Typed);
    }

    [Fact]
    public async Task Options_that_would_become_something_else_are_refused()
    {
        await using var device = await CommitDevice.StartAsync("junos");
        await Assert.ThrowsAsync<ArgumentException>(() => device.ConfigureAsync(["line"], new CommitOptions { Comment = "x\" and-quit" }));
        await Assert.ThrowsAsync<ArgumentException>(() => device.ConfigureAsync(["line"], new CommitOptions { Comment = "x\nrollback" }));
        await Assert.ThrowsAsync<ArgumentException>(() => device.ConfigureAsync(["line"], new CommitOptions { ConfirmWithin = TimeSpan.FromSeconds(90) }));
        Assert.Equal("", device.Typed);
    }

    [Theory]
    [InlineData("iosxr", "configure terminal\rgood\rbad\rabort\r")]
    [InlineData("junos", "configure\rgood\rbad\rtop\rrollback 0\rexit\r")]
    [InlineData("sros", "configure private\rgood\rbad\r\x1ay\r")]
    public async Task A_line_that_is_refused_is_named_and_the_lines_before_it_are_thrown_away(string os, string typed)
    {
        await using var device = await CommitDevice.StartAsync(os);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => device.ConfigureAsync(["good", "bad", "never typed"], null));
        Assert.Equal("bad", e.Command);
        Assert.Equal(typed, device.Typed);
        Assert.Equal(device.Platform.CommandMode, device.Mode);
    }

    [Theory]
    [InlineData("iosxr", "configure terminal\runfit\rcommit\rshow configuration failed\rabort\r")]
    [InlineData("junos", "configure\runfit\rcommit\rtop\rrollback 0\rexit\r")]
    public async Task A_commit_that_fails_says_why_and_leaves_nothing_behind(string os, string typed)
    {
        await using var device = await CommitDevice.StartAsync(os);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => device.ConfigureAsync(["unfit"], null));
        Assert.Equal("commit", e.Command);
        Assert.Equal(typed, device.Typed);
        if (os == "iosxr")
            Assert.EndsWith("!!% the reason", e.Output, StringComparison.Ordinal);
    }

    /// <summary>A device with a candidate configuration in a few lines: knows good lines, bad ones, and ones that no commit takes.</summary>
    private sealed class CommitDevice : IAsyncDisposable
    {
        private readonly ScriptedDevice _device;
        private bool _isUnfit;
        private bool _isChanged;
        private string _prompt;

        private CommitDevice(string os)
        {
            Platform = PlatformCatalog.Default.Choose(os, null, null, out _);
            _device = new ScriptedDevice(Platform);
            _prompt = PromptOf(os, Platform.CommandMode);
            _device.Reply = line => Answer(os, line);
            _device.Link.OnText = text => text == "\x1a" ? Answer(os, text) : null;
        }

        public Platform Platform { get; }

        public string? Mode => _device.Line.Mode?.Name;

        public string Typed => _device.Link.Sent;

        public static async Task<CommitDevice> StartAsync(string os)
        {
            var device = new CommitDevice(os);
            await device._device.FindPromptAsync(device._prompt);
            return device;
        }

        public async Task ConfigureAsync(IReadOnlyList<string> lines, CommitOptions? options)
        {
            using var deadline = ScriptedDevice.Deadline();
            await new Configuration(_device.Line, "'r1'").RunAsync(lines, options, ConfigureOptions.Usual, deadline);
        }

        public ValueTask DisposeAsync() => _device.DisposeAsync();

        private string Answer(string os, string line)
        {
            var answer = "";
            if (Platform.Transitions.Append(Platform.Commit?.Exclusive).FirstOrDefault(step => step?.Command == line) is { } step)
            {
                if (os == "sros" && line == "\x1a" && _isChanged)
                    return "\r\nDiscard uncommitted changes? [y,n] ";
                _prompt = PromptOf(os, step.To);
            }
            else if (line is "abort" or "y")
            {
                _prompt = PromptOf(os, Platform.CommandMode);
            }
            else if (line == "bad")
            {
                answer = os switch { "junos" => "    ^\r\nsyntax error.\r\n", "sros" => "MINOR: MGMT_CORE #2201: Unknown element - 'bad'\r\n", _ => "% Invalid input detected at '^' marker.\r\n" };
            }
            else if (line.StartsWith("commit", StringComparison.Ordinal))
            {
                _isChanged = false;
                if (_isUnfit)
                    answer = os == "junos" ? "error: commit failed: (statements constraint check failed)\r\n" : "% Failed to commit one or more configuration items.\r\n";
            }
            else
            {
                (_isUnfit, _isChanged) = (_isUnfit || line == "unfit", true);
                if (line == "show configuration failed")
                    answer = "!!% the reason\r\n";
            }

            return answer + "\r\n" + _prompt;
        }

        private static string PromptOf(string os, string mode) => (os, mode) switch
        {
            ("iosxr", "config") => "RP/0/RP0/CPU0:r1(config)#",
            ("iosxr", _) => "RP/0/RP0/CPU0:r1#",
            ("junos", "config") => "[edit]\r\nme@r1# ",
            ("junos", _) => "me@r1> ",
            ("sros", "config") => "[pr:/configure]\r\nA:me@r1# ",
            ("sros", _) => "[/]\r\nA:me@r1# ",
            (_, "config") => "r1(config)#",
            (_, "config-session") => "r1(config-s-x)#",
            (_, "config-dual") => "r1(config-dual-stage)#",
            _ => "r1#",
        };
    }
}
