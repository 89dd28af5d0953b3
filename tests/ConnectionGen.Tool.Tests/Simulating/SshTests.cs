namespace ConnectionGen.Tool.Tests;

/// <summary>An SSH server whose one command is the simulation: the simulated device is reached by any SSH client.</summary>
public sealed class SshTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Behaviour("MD-11")]
    public async Task A_forced_command_makes_the_device_an_ssh_device(bool withTerminal)
    {
        Assert.SkipWhen(SshServer.WhyNot is not null, SshServer.WhyNot ?? "");
        using var mock = new MockFile();
        await using var server = await SshServer.StartAsync($"{ToolCommand.Host} {ToolCommand.Assembly} simulate {mock.Data} --stdio --state exec --hostname r1");
        await using var client = server.Connect(withTerminal);
        Assert.Equal("r1>", await client.ReadToAsync("r1>"));

        await client.TypeAsync("show version\r");
        Assert.Equal("show version\r\nSome OS\r\nVersion 1\r\nr1>", await client.ReadToAsync("1\r\nr1>"));
        await client.TypeAsync("show log\r");
        Assert.Equal("show log\r\npage 1\r\n --More-- ", await client.ReadToAsync("--More-- "));
        await client.TypeAsync(" ");
        Assert.Equal("\r\npage 2\r\nr1>", "\r\n" + (await client.ReadToAsync("r1>")).TrimStart('\r', '\n'));
        await client.TypeAsync("typo\u0015show x\u0003");
        Assert.EndsWith("\r\nr1>", await client.ReadToAsync("\r\nr1>"), StringComparison.Ordinal);

        await client.TypeAsync("\u0004");
        Assert.Equal((0, ""), await client.EndAsync());
    }
}
