using ConnectionGen;
using ConnectionGen.Cli;
using Xunit;

namespace Project.Tests;

[Testbed("lab.yaml")]
public partial class Lab;

public sealed class Refusals
{
    [Fact]
    public async Task What_does_not_exist_is_refused()
    {
        await using var lab = Lab.Load();
#pragma warning disable CG1001, CG1002, CG1004 // refusals asked for on purpose
        await Assert.ThrowsAsync<UnknownPathException>(() => lab.Phoenix.ConnectAsync(via: "nowhere"));
        await Assert.ThrowsAsync<ConnectionNotFoundException>(() => lab.Phoenix.DisconnectAsync("nobody"));
        Assert.Throws<KeyNotFoundException>(() => lab.Devices["nothing"]);
#pragma warning restore CG1001, CG1002, CG1004
        Assert.False(lab.Phoenix.IsConnected("nobody"));
    }
}
