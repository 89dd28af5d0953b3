namespace ConnectionGen.Simulation.Tests;

public sealed class RecordingTests
{
    private const string Router = """
        login:
          preface: |
            Welcome
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "hunter22": {new_state: exec}
        exec:
          prompt: "%N>"
          commands:
            "enable": {new_state: enable_password}
            "show counter": {response: ["one", "two"]}
        enable_password:
          prompt: "Password: "
          commands:
            "topsecret": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "show run": {response: "username admin password hunter22", new_state: more}
            "show tech": {new_state: more}
            "end": ""
          keys:
            "ctrl-z": {new_state: exec}
        more:
          preface: "page 1\n"
          prompt: " --More-- "
          keys:
            " ": {response: "page 2\n", new_state: more2}
        more2:
          prompt: " --More-- "
          keys:
            " ": {response: "page 3\n", new_state: enable}
          commands:
            "": {response: "line\n", new_state: enable}
        """;

    private static readonly string[] Typed =
    [
        "admin\r", "hunter22\r", "show counter\r", "show counter\r", "bogus\r", "enable\r", "topsecret\r",
        "show run\r", " ", " ", "show tech\r", " ", "\r", "show run\r", " ", " ", "\u001a",
    ];

    [Fact]
    [Behaviour("MD-22")]
    public async Task A_recorded_session_plays_again_with_the_same_bytes()
    {
        var (recording, shown) = await PlayedAsync(MockData.Parse(Router), Typed);
        var data = MockDataRecorder.ToMockData(recording, new() { HostName = "r1" });

        var yaml = data.ToYaml();
        var again = MockData.Parse(yaml);
        var typed = Typed.Select(text => text is "hunter22\r" or "topsecret\r" ? "secret\r" : text).ToArray();
        var (_, shownAgain) = await PlayedAsync(again, typed);

        Assert.Empty(again.Warnings);
        Assert.Equal(shown.Replace("hunter22", "secret", StringComparison.Ordinal).Replace("topsecret", "secret", StringComparison.Ordinal), shownAgain);
        Assert.DoesNotContain("hunter22", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", "user ab, table", "user secret, table")]
    [InlineData("***", "*** no table ***", "*** no table ***")]
    public void A_short_secret_is_replaced_where_it_stands_by_itself(string typed, string shown, string recorded)
    {
        var recording = SessionRecording.Parse($"""
            0.000 sent "Password: "
            1.000 typed "{typed}\r"
            1.010 sent "\r\nr1#"
            2.000 typed "show user\r"
            2.010 sent "show user\r\n{shown}\r\nr1#"
            """);

        var yaml = MockDataRecorder.ToMockData(recording, new() { HostName = "r1" }).ToYaml();

        Assert.Contains(recorded, yaml, StringComparison.Ordinal);
        Assert.Contains("\"secret\":", yaml, StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("MD-22", "MD-23")]
    public async Task States_are_found_by_prompts_and_questions_by_what_led_to_them()
    {
        var (recording, _) = await PlayedAsync(MockData.Parse(Router), Typed);

        var data = MockDataRecorder.ToMockData(recording, new() { HostName = "r1", KeepRepeated = false });

        Assert.Equal(["connect", "username", "password", "exec", "password_2", "enable", "more", "more_2", "more_3", "more_4"], data.States.Keys);
        Assert.Equal("%N>", data.States["exec"].Prompt.ToString());
        Assert.Single(data.States["exec"].Commands["show counter"].Responses);
        Assert.Equal("exec", Assert.Single(data.States["enable"].Keys, key => key.Name == "ctrl-z").Command.NewState);
    }

    [Fact]
    [Behaviour("MD-25")]
    public void What_was_configured_is_kept_line_by_line_in_its_mode()
    {
        var recording = SessionRecording.Parse("""
            0.000 sent "r1#"
            1.000 typed "conf t\r"
            1.001 sent "conf t\r\nr1(config)#"
            1.100 typed "interface lo0\r"
            1.101 sent "interface lo0\r\nr1(config-if)#"
            1.200 typed "shutdown\r"
            1.201 sent "shutdown\r\nr1(config-if)#"
            1.300 typed "exit\r"
            1.301 sent "exit\r\nr1(config)#"
            1.400 typed "snmp-server x\r"
            1.401 sent "snmp-server x\r\n% Invalid input\r\nr1(config)#"
            1.500 typed "end\r"
            1.501 sent "end\r\nr1#"
            """);

        var data = MockDataRecorder.ToMockData(recording, new() { HostName = "r1" });

        Assert.Equal(["connect", "enable", "config", "config_if"], data.States.Keys);
        Assert.Equal(["interface lo0", "snmp-server x", "end"], data.States["config"].Commands.Keys);
        Assert.Equal(["shutdown", "exit"], data.States["config_if"].Commands.Keys);
        Assert.Equal("config", data.States["config_if"].Commands["exit"].NewState);
    }

    [Fact]
    [Behaviour("MD-21")]
    public async Task Answers_take_as_long_as_they_took_divided_by_the_speed()
    {
        var recording = SessionRecording.Parse("""
            0.000 sent "r1#"
            1.000 typed "copy run start\r"
            1.010 sent "copy run start\r\n"
            9.000 sent "[OK]\r\nr1#"
            """);
        var data = MockDataRecorder.ToMockData(recording, new() { HostName = "r1", KeepDelays = true });
        var time = new PauseTime();
        await using var client = RawClient.Over(SimulatedDevice.Create(data, new() { HostName = "r1", Speed = 4, TimeProvider = time }).OpenStream());
        await client.ReadToAsync("r1#");

        Assert.Equal("copy run start\r\n", await client.CommandAsync("copy run start", "start\r\n"));
        await time.PauseBegun.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(await client.HasMoreAsync());
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("[OK]\r\nr1#", await client.ReadToAsync("r1#"));
    }

    [Fact]
    public void A_line_typed_character_by_character_is_one_command()
    {
        var recording = SessionRecording.Parse("""
            # a person at a terminal
            0.000 sent "r1#"
            1.000 typed "s"
            1.010 sent "s"
            1.100 typed "h"
            1.110 sent "h"
            1.200 typed "\r"
            1.210 sent "\r\nshown\r\nr1#"
            """);

        var command = Assert.Single(MockDataRecorder.ToMockData(recording).States["r1"].Commands);

        Assert.Equal(("sh", "shown\r\n"), (command.Key, command.Value.Response(0).ToString()));
    }

    [Fact]
    public void Lines_sent_ahead_are_told_apart_by_their_echo()
    {
        var recording = SessionRecording.Parse("""
            0.000 sent "r1#"
            1.000 typed "one\rtwo\r"
            1.210 sent "one\r\n1\r\nr1#two\r\n2\r\nr1#"
            """);

        var commands = MockDataRecorder.ToMockData(recording).States["r1"].Commands;

        Assert.Equal(["one 1", "two 2"], commands.Select(command => $"{command.Key} {command.Value.Response(0).ToString().TrimEnd()}"));
    }

    [Fact]
    [Behaviour("MD-20")]
    public async Task The_text_form_reads_back()
    {
        var (recording, _) = await PlayedAsync(MockData.Parse(Router), ["admin\r", "a\"\\\b\u001b[1mü\r"]);

        var text = recording.ToString();

        Assert.Equal(recording.Entries.Select(entry => (entry.Direction, entry.Text)), SessionRecording.Parse(text).Entries.Select(entry => (entry.Direction, entry.Text)));
        Assert.All(text.TrimEnd().Split('\n'), line => Assert.Matches(@"^\d+\.\d{3} (typed|sent) "".*""$", line));
    }

    [Theory]
    [InlineData("1.0 said \"x\"")]
    [InlineData("now sent \"x\"")]
    [InlineData("1.0 sent x")]
    [InlineData("1.0 sent 5")]
    public void Other_lines_are_refused_by_number(string line) =>
        Assert.Equal($"r.txt(2,1): not '<seconds> typed|sent \"<text>\"': {line}", Assert.Throws<FormatException>(() => SessionRecording.Parse("\n" + line, "r.txt")).Message);

    /// <summary>Types piece by piece, waiting for each answer, as a client does.</summary>
    private static async Task<(SessionRecording Recording, string Shown)> PlayedAsync(MockData data, string[] typed)
    {
        await using var device = SimulatedDevice.Create(data, new() { HostName = "r1" });
        await using var stream = device.OpenStream();
        var buffer = new byte[4096];
        var shown = "";
        foreach (var text in (string[])["", .. typed])
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
            shown += System.Text.Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        }

        return (new SessionRecording(device.Sessions[0].Transcript), shown);
    }

    /// <summary>Says when the device has begun its pause: time that goes by before is none of it.</summary>
    private sealed class PauseTime : Microsoft.Extensions.Time.Testing.FakeTimeProvider
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task PauseBegun => _begun.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.FromSeconds(1) && dueTime < TimeSpan.FromSeconds(3))
            {
                _begun.TrySetResult();
            }

            return timer;
        }
    }
}
