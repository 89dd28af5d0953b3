using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConnectionGen.Tool.Tests;

/// <summary>The commands that guides show, run as they stand there.</summary>
public sealed partial class GuideCommandTests
{
    [Fact(Timeout = 120_000)]
    public async Task The_guide_of_tests_records_a_device_and_makes_mock_data_of_it()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash on this machine");
        await using var lab = await LabFolder.StartAsync();
        var (commands, _) = GuidePage.Screen("testing.md");

        using var shell = Process.Start(GuidePage.Shell(lab.Path, string.Join('\n', commands.Prepend("set -e"))))!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(shell.ExitCode == 0, output);
        Assert.EndsWith("2 devices answered\nmock/r1.yaml\nmock/r2.yaml\n", output, StringComparison.Ordinal);
        await using var device = ToolCommand.Start("simulate", lab.Of("mock/r1.yaml"), "--stdio");
        await device.ReadToAsync("Username: ");
        await device.TypeAsync("admin\rsecret\rshow ip route\r");
        Assert.Contains("192.0.2.0/24 is directly connected", await device.ReadToAsync("connected\r\nr1#"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_guide_of_simulated_devices_shows_what_is_printed()
    {
        using var mock = new MockFile();
        var (commands, shown) = GuidePage.Screen("simulation.md");
        var words = Assert.Single(commands).Split(' ');
        Assert.Equal(["connectiongen", "simulate", "mock/ios"], words[..3]);

        await using var device = ToolCommand.StartInterruptible(["simulate", mock.Data, .. words[3..]]);
        var printed = await device.ReadToAsync("\n");

        Assert.Equal(Port().Replace(Assert.Single(shown), "PORT"), Port().Replace(printed.TrimEnd(), "PORT"));
        await device.InterruptAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), await device.EndAsync());
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Port();
}
