using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests;

/// <summary>What the platforms say of modes, errors and pagers, on routers and hosts that are real.</summary>
public sealed class PlatformOnRealDevicesTests : IDisposable
{
    private readonly string _knownHosts = Path.Combine(Path.GetTempPath(), $"known-hosts-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Behaviour("CL-92")]
    [InlineData("r1", "ssh")]
    [InlineData("r1", "key")]
    [InlineData("r1", "paged")]
    [InlineData("r1", "telnet")]
    [InlineData("r1", "vty")]
    [InlineData("r2", "ssh")]
    [InlineData("r2", "telnet")]
    [InlineData("r2", "vty")]
    public async Task A_router_changes_its_modes_refuses_and_is_left_tidy(string device, string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var router = lab.Devices[device];
        var connection = await router.ConnectAsync<CliConnection>(via: via, cancellationToken: Token);
        Assert.Equal(("enable", device), (connection.Mode, connection.HostName));
        foreach (var mode in new[] { "config", "disable", "config", "enable" })
        {
            await connection.GoToAsync(mode, Token);
            Assert.Equal(mode, connection.Mode);
        }

        await connection.GoToAsync("config", Token);
        Assert.Equal("", await connection.ExecuteAsync("line vty", cancellationToken: Token));
        Assert.Equal("config", connection.Mode);
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("no-such-line", cancellationToken: Token));
        Assert.Contains("Unknown command", e.Error, StringComparison.Ordinal);
        e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ConfigureAsync(["line vty", "ip"], cancellationToken: Token));
        Assert.Equal(("ip", "enable"), (e.Command, connection.Mode));
        Assert.Contains("ncomplete", e.Error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => connection.ConfigureAsync("line vty", commit: new CommitOptions(), cancellationToken: Token));
        await connection.GoToAsync("config", Token);
        await router.DisconnectAsync(cancellationToken: Token);
        Assert.Equal("enable", (await router.ConnectAsync<CliConnection>(via: via, cancellationToken: Token)).Mode);
    }

    [Theory, Behaviour("CL-81")]
    [InlineData("r1", "vty")]
    [InlineData("r1", "paged")]
    [InlineData("r2", "vty")]
    public async Task Pages_of_a_router_are_one_output(string device, string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var router = lab.Devices[device];
        var whole = await router.ConnectAsync<CliConnection>(alias: "whole", via: via, cancellationToken: Token);
        var paged = await router.ConnectCliAsync(alias: "paged", via: via, initExecCommands: [], termHeight: 10, termWidth: 80, cancellationToken: Token);
        var configuration = await whole.ExecuteAsync("show running-config", cancellationToken: Token);
        Assert.True(configuration.Split('\n').Length > 12, configuration);
        for (var time = 0; time < 2; time++)
            Assert.Equal(Lines(configuration), Lines(await paged.ExecuteAsync("show running-config", cancellationToken: Token)));
    }

    // a full-screen pager puts empty lines before its end
    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [InlineData("ssh")]
    [InlineData("kbdint")]
    [InlineData("telnet")]
    public async Task Pages_of_a_shell_are_one_output_and_its_errors_are_known(string via)
    {
        await using var lab = RealLab.Load(_knownHosts);
        await using var linux = lab.Devices["linux1"];
        var connection = await linux.ConnectCliAsync(via: via, termHeight: 20, termWidth: 80, cancellationToken: Token);
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 200)), await connection.ExecuteAsync("seq 1 200 | more", cancellationToken: Token));
        var e = await Assert.ThrowsAsync<CommandFailedException>(() => connection.ExecuteAsync("cat /no/such/file", cancellationToken: Token));
        Assert.Contains("No such file or directory", e.Error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ModeChangeException>(() => connection.ConfigureAsync("x", cancellationToken: Token));
        Assert.Equal("shell", connection.Mode);
        Assert.Equal("#1 >", await connection.ExecuteAsync("printf '#1 >\\n'", cancellationToken: Token));
    }

    public void Dispose() => File.Delete(_knownHosts);
}
