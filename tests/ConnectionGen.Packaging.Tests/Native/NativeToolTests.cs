using ConnectionGen.RealDevices.Tests;
using ConnectionGen.Simulation;

namespace ConnectionGen.Packaging.Tests.Native;

public sealed class NativeToolTests(NativeTool tool) : IClassFixture<NativeTool>
{
    [Fact]
    public void It_publishes_without_a_warning_that_it_would_behave_otherwise() =>
        Assert.DoesNotMatch(@"\bIL[23]\d{3}\b|warning", tool.Publishing().Output);

    [Fact]
    public void Its_size_is_what_it_was()
    {
        var (baseline, size) = (NativeTool.Baseline, tool.Program().Length);

        Assert.InRange(size, 0, baseline.MostSize);
        Assert.True(
            Math.Abs(size - baseline.Size) <= baseline.Size * baseline.SizeTolerance,
            $"The native program has {size} bytes; {baseline.Size} were noted, and {baseline.SizeTolerance:P0} more or less are not worth a look. Where that is meant, Native/baseline.json wants the new size.");
    }

    [Fact]
    public async Task Its_help_is_there_without_a_testbed()
    {
        var help = (await tool.RunAsync("none.yaml", "show version", "--help")).Succeeded();
        var without = await tool.RunAsync("none.yaml", "show version");

        Assert.Contains("<testbed>   The testbed file.", help.Output, StringComparison.Ordinal);
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("none.yaml", without.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_simulated_devices()
    {
        await using var first = Start("r1");
        await using var second = Start("r2");
        var lab = tool.Write("lab.yaml", $$"""
            devices:
              r1:
                os: ios
                connections:
                  console: { protocol: telnet, ip: 127.0.0.1, port: {{first.Port}} }
              r2:
                os: ios
                connections:
                  console: { protocol: telnet, ip: 127.0.0.1, port: {{second.Port}} }
            """);

        var asked = (await tool.RunAsync(lab, "show clock", "show version")).Succeeded();
        var refused = await tool.RunAsync(lab, "show clok", "show version", "--device", "r2");

        Assert.Equal(
            """
            DEVICE  COMMAND       ANSWER
            r1      show clock    12:00:00 UTC
            r1      show version  Some OS
                                  Version 1
            r2      show clock    12:00:00 UTC
            r2      show version  Some OS
                                  Version 1

            """.ReplaceLineEndings("\n"),
            asked.Output);
        Assert.Equal(1, refused.ExitCode);
        Assert.Matches(@"^DEVICE  COMMAND    ANSWER\nr2      show clok  error: .*'show clok' failed: % ", refused.Output);
    }

    [Fact]
    public async Task It_says_that_it_was_built_without_what_a_path_asks_for()
    {
        await using var device = Start("r1");
        var lab = tool.Write("again.yaml", $$"""
            devices:
              r1:
                os: ios
                connections:
                  console: { protocol: telnet, ip: 127.0.0.1, port: {{device.Port}}, reconnect: {attempts: 2} }
            """);

        var refused = await tool.RunAsync(lab, "show clock");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(
            "'default' of 'r1' via 'console' is to be opened again by itself ('reconnect'), but this program was built without that: its project sets 'ConnectionGen.Reconnection' to false.",
            refused.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssh")]
    [InlineData("telnet")]
    public async Task It_asks_real_routers(string via)
    {
        var lab = RealLab.FileOrSkip();
        var knownHosts = Path.Combine(Path.GetDirectoryName(tool.Program().FullName)!, $"known-hosts-{via}");

        var run = (await tool.RunAsync(lab, "show version", "--device", "r1", "--device", "r2", "--via", via, "--accept-new", "--known-hosts", knownHosts)).Succeeded();

        Assert.Matches(@"\nr1 +show version +FRRouting ", run.Output);
        Assert.Matches(@"\nr2 +show version +FRRouting ", run.Output);
    }

    private static SimulatedDevice Start(string name) => SimulatedDevice.Start(
        MockData.Parse("""
            exec:
              prompt: "%N#"
              commands:
                "show clock": "12:00:00 UTC"
                "show version": |
                  Some OS
                  Version 1
                "terminal length 0": ""
                "terminal width 511": ""
                "show clok": "% Invalid input detected at '^' marker."
            """),
        new SimulatedDeviceOptions { HostName = name });
}
