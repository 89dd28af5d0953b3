using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Simulation.Tests;

public sealed class TimingTests
{
    private const string Slow = """
        exec:
          prompt: "# "
          commands:
            "ping":
              response: "one\ntwo\nthree\nfour\n"
              timing: ["0:2,1,2", "2:3,3,0,0.5", "3:,4"]
            "wait":
              response: ""
              timing: ["0:,55"]
              new_state: other
            "key":
              response: "one\ntwo"
              timing: ["1:,10"]
              new_state: keyed
        other:
          prompt: "other# "
        keyed:
          preface: {response: "a\nb\n", timing: ["1:,10"]}
          prompt: "keyed# "
          keys: {"ctrl-c": {new_state: other}}
        """;

    [Fact]
    [Behaviour("MD-09", "MD-13")]
    public async Task Lines_come_when_their_timing_says()
    {
        var time = new FakeTimeProvider();
        await using var client = Device.Play(Slow, new() { TimeProvider = time });
        await client.ReadToAsync("# ");
        await client.SendAsync("ping\r");
        await client.ReadToAsync("ping\r\n");

        await StepAsync(time, 1, client, "one\r\n");
        await StepAsync(time, 2, client, "two\r\n");
        await StepAsync(time, 3, client, "t");
        foreach (var character in (string[])["h", "r", "e", "e", "\r\n"])
        {
            await StepAsync(time, 0.5, client, character);
        }

        // the pause after the last character of the third line, then the fourth line's own
        time.Advance(TimeSpan.FromSeconds(0.5));
        await StepAsync(time, 4, client, "four\r\n# ");
    }

    [Fact]
    public async Task An_empty_response_takes_its_time_too()
    {
        var time = new FakeTimeProvider();
        await using var client = Device.Play(Slow, new() { TimeProvider = time });
        await client.ReadToAsync("# ");
        await client.SendAsync("wait\r");
        await client.ReadToAsync("wait\r\n");

        await StepAsync(time, 55, client, "other# ");
    }

    [Fact]
    public async Task Ctrl_C_stops_a_slow_response_and_drops_what_was_typed_before_it()
    {
        await using var client = Device.Play(Slow, new() { TimeProvider = new FakeTimeProvider() });
        await client.ReadToAsync("# ");
        await client.SendAsync("key\r");
        await client.ReadToAsync("one\r\n");

        await client.SendAsync("ping\r\u0003");

        Assert.Equal("# ", await client.ReadToAsync("# "));
        Assert.Equal("\r\n# ", await client.CommandAsync("", "# "));
    }

    [Fact]
    public async Task Ctrl_C_during_a_preface_is_the_key_of_the_state_entered()
    {
        await using var device = SimulatedDevice.Create(MockData.Parse(Slow), new() { TimeProvider = new FakeTimeProvider(), InitialState = "keyed" });
        await using var client = RawClient.Over(device.OpenStream());
        await client.ReadToAsync("a\r\n");

        await client.SendAsync("\u0003");

        Assert.Equal("other# ", await client.ReadToAsync("other# "));
    }

    [Fact]
    [Behaviour("MD-13")]
    public async Task Speed_divides_every_delay()
    {
        var time = new FakeTimeProvider();
        await using var client = Device.Play(Slow, new() { TimeProvider = time, Speed = 10 });
        await client.ReadToAsync("# ");
        await client.SendAsync("wait\r");
        await client.ReadToAsync("wait\r\n");

        await StepAsync(time, 5.5, client, "other# ");
    }

    /// <summary>Just before its time nothing is there; then it is.</summary>
    private static async Task StepAsync(FakeTimeProvider time, double seconds, RawClient client, string expected)
    {
        // the device arms its timer in its own time; advancing before that would be lost
        for (var tries = 0; tries < 200; tries++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
            if (await client.HasMoreAsync())
            {
                break;
            }

            if (tries == 2)
            {
                time.Advance(TimeSpan.FromSeconds(seconds));
            }
        }

        Assert.Equal(expected, await client.ReadToAsync(expected));
    }
}
