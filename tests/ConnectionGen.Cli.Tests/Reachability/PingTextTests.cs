using ConnectionGen.Cli.Reachability;

namespace ConnectionGen.Cli.Tests.Reachability;

/// <summary>What devices of many makes say after a ping and a traceroute.</summary>
public sealed class PingTextTests
{
    public static TheoryData<string, int, int, double?, double?, double?> Pings => new()
    {
        { "Sending 5, 100-byte ICMP Echos to 1.1.1.1, timeout is 2 seconds:\n!!!!!\nSuccess rate is 100 percent (5/5), round-trip min/avg/max = 1/2/4 ms", 5, 5, 1, 2, 4 },
        { "Sending 5, 100-byte ICMP Echos to 1.1.1.1, timeout is 2 seconds:\n..!!.\nSuccess rate is 40 percent (2/5), round-trip min/avg/max = 1/1/1 ms", 5, 2, 1, 1, 1 },
        { "Type escape sequence to abort.\n.....\nSuccess rate is 0 percent (0/5)", 5, 0, null, null, null },
        { "--- ::1 ping statistics ---\n5 packets transmitted, 5 received, 0% packet loss, time 801ms\nrtt min/avg/max/mdev = 0.016/0.038/0.071/0.020 ms, ipg/ewma 200.464/0.029 ms", 5, 5, 0.016, 0.038, 0.071 },
        { "5 packets transmitted, 3 received, +2 errors, 40% packet loss, time 4059ms\nrtt min/avg/max/mdev = 1.5/2.5/3.5/0.4 ms", 5, 3, 1.5, 2.5, 3.5 },
        { "2 packets transmitted, 2 packets received, 0% packet loss\nround-trip min/avg/max = 0.046/0.058/0.070 ms", 2, 2, 0.046, 0.058, 0.07 },
        { "5 packets transmitted, 0 received, 100% packet loss, time 4102ms", 5, 0, null, null, null },
        { "--- 10.0.0.2 ping statistics ---\n5 packets transmitted, 5 packets received, 0.00% packet loss\nround-trip min/avg/max = 0.478/0.504/0.595 ms", 5, 5, 0.478, 0.504, 0.595 },
        { "5 packets transmitted, 4 packets received, 20% packet loss\nround-trip min/avg/max/stddev = 0.512/0.599/0.731/0.087 ms", 5, 4, 0.512, 0.599, 0.731 },
        { "5 packets transmitted, 5 packets received, 0.00% packet loss\nround-trip min = 1.03ms, avg = 1.20ms, max = 1.31ms, stddev = 0.10ms", 5, 5, 1.03, 1.2, 1.31 },
        { "5 packet(s) transmitted, 5 packet(s) received, 0.0% packet loss\nround-trip min/avg/max/std-dev = 1.0/2.0/3.0/0.5 ms", 5, 5, 1, 2, 3 },
    };

    [Theory, MemberData(nameof(Pings)), Behaviour("SV-53", "SV-58")]
    public void A_ping_is_read_in_the_words_of_many_makes(string text, int sent, int received, double? shortest, double? average, double? longest)
    {
        var result = PingText.Read("1.1.1.1", text)!;
        Assert.Equal((sent, received, 100.0 * received / sent), (result.Sent, result.Received, result.SuccessRate));
        Assert.Equal((shortest, average, longest), (result.Shortest?.TotalMilliseconds, result.Average?.TotalMilliseconds, result.Longest?.TotalMilliseconds));
        Assert.Equal((received > 0, text), (result.IsReachable, result.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("% Unknown command: ping")]
    [InlineData("PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.")]
    public void A_text_without_a_result_is_none(string text) => Assert.Null(PingText.Read("10.0.0.1", text));

    [Fact]
    public void A_result_says_itself_in_short()
    {
        Assert.Equal("2 of 5 from r2, 1/1.5/2 ms", PingText.Read("r2", "Success rate is 40 percent (2/5), round-trip min/avg/max = 1/1.5/2 ms")!.ToString());
        Assert.Equal("0 of 5 from r2", PingText.Read("r2", "Success rate is 0 percent (0/5)")!.ToString());
        Assert.Equal(0, new PingResult("r2", 0, 0, null, null, null, "").SuccessRate);
    }

    [Fact, Behaviour("SV-59")]
    public void Hops_of_an_ios_are_read_with_their_names_marks_and_other_ways()
    {
        var result = TracerouteText.Read("10.9.9.9", """
            Type escape sequence to abort.
            Tracing the route to 10.9.9.9
            VRF info: (vrf in name/id, vrf out name/id)
              1 core.example.net (10.0.0.1) [MPLS: Labels 18/24 Exp 0] 4 msec 8 msec 12 msec
              2 10.0.1.1 [AS 64500] 4 msec
                10.0.2.1 8 msec *
              3  *  *  *
              4 10.0.3.1 !H  *  !A
            """);
        Assert.Equal([1, 2, 3, 4], result.Hops.Select(static hop => hop.Number));
        Assert.Equal(new TracerouteProbe("10.0.0.1", "core.example.net", TimeSpan.FromMilliseconds(4), null), result.Hops[0].Probes[0]);
        Assert.Equal(["10.0.1.1", "10.0.2.1"], result.Hops[1].Addresses);
        Assert.Equal([4, 8, null], result.Hops[1].Probes.Select(static probe => probe.RoundTrip?.TotalMilliseconds));
        Assert.Empty(result.Hops[2].Addresses);
        Assert.Equal(3, result.Hops[2].Probes.Count);
        Assert.Equal(["!H", null, "!A"], result.Hops[3].Probes.Select(static probe => probe.Mark));
        Assert.Equal("10.9.9.9", result.Address);
    }

    [Fact]
    public void Hops_of_a_linux_are_read_whoever_answers_whichever_probe()
    {
        var result = TracerouteText.Read("x", """
            traceroute to x (2001:db8::9), 30 hops max, 80 byte packets
             1  gw (2001:db8::1)  0.035 ms  0.005 ms  0.004 ms
             2  10.0.0.1 (10.0.0.1)  0.3 ms 10.0.0.2 (10.0.0.2)  0.4 ms !N  0.5 ms
             3  * 10.0.0.3 (10.0.0.3)  12.5 ms *
            10  2001:db8::9 (2001:db8::9)  1.0 ms !X * *
            """);
        Assert.Equal([1, 2, 3, 10], result.Hops.Select(static hop => hop.Number));
        Assert.Equal(("gw", "2001:db8::1", 3), (result.Hops[0].Probes[2].Name, result.Hops[0].Probes[2].Address, result.Hops[0].Probes.Count));
        Assert.Equal([("10.0.0.1", null), ("10.0.0.2", "!N"), ("10.0.0.2", null)], result.Hops[1].Probes.Select(static probe => (probe.Address, probe.Mark)));
        Assert.Equal([null, "10.0.0.3", null], result.Hops[2].Probes.Select(static probe => probe.Address));
        Assert.Equal("!X", result.Hops[3].Probes[0].Mark);
        Assert.Null(result.Hops[3].Probes[0].Name);
    }

    [Fact]
    public void Labels_of_a_junos_between_the_hops_are_no_probes()
    {
        var result = TracerouteText.Read("10.0.0.9", """
            traceroute to 10.0.0.9 (10.0.0.9), 30 hops max, 52 byte packets
             1  10.0.0.1 (10.0.0.1)  1.2 ms  0.9 ms  0.8 ms
                 MPLS Label=299776 CoS=0 TTL=1 S=1
             2  10.0.0.9 (10.0.0.9)  1.9 ms  1.8 ms  1.7 ms
            """);
        Assert.Equal([3, 3], result.Hops.Select(static hop => hop.Probes.Count));
        Assert.Empty(TracerouteText.Read("x", "% Unknown host").Hops);
    }
}
