using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Simulation.Tests;

public sealed class BadClientTests
{
    [Fact]
    public async Task A_client_that_never_types_is_closed_after_the_idle_limit()
    {
        var time = new FakeTimeProvider();
        await using var device = await Device.StartAsync(Device.Router, new() { TimeProvider = time, IdleLimit = TimeSpan.FromMinutes(10) });
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.ReadToAsync("Username: ");

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(device.Sessions[0].IsOpen);
        time.Advance(TimeSpan.FromMinutes(5));
        await client.ReadToEndAsync();

        Assert.Equal("nothing was typed for 600 s", device.Sessions[0].EndReason);
    }

    [Fact]
    public async Task A_client_that_types_without_reading_is_closed_and_costs_bounded_memory()
    {
        var text = "only:\n  prompt: \"> \"\n  commands:\n    \"x\": \"" + new string('y', 20_000) + "\"\n";
        await using var device = await Device.StartAsync(text, new() { SendLimit = TimeSpan.FromSeconds(0.5) });
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, device.Port, TestContext.Current.CancellationToken);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var flood = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x\r", 32 * 1024)));
        var stream = client.GetStream();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            // 64 MB of commands are more than any socket holds
            for (var i = 0; i < 1_000; i++)
            {
                await stream.WriteAsync(flood, TestContext.Current.CancellationToken);
            }
        });

        Assert.Equal("the client read nothing for 0.5 s", device.Sessions[0].EndReason);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8_000_000);
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_ends_its_session()
    {
        await using var device = await Device.StartAsync(Device.Router);
        await using (var client = await RawClient.ConnectAsync(device.Port))
        {
            await client.ReadToAsync("Username: ");
            await client.SendAsync("adm");
        }

        for (var tries = 0; tries < 1_000 && device.Sessions[0].IsOpen; tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal("the client closed the connection", device.Sessions[0].EndReason);
    }

    [Fact]
    public async Task A_long_line_of_the_data_is_played_whole()
    {
        var line = new string('z', 10_000_000);
        await using var device = await Device.StartAsync($"only:\n  prompt: \"> \"\n  commands:\n    \"x\": \"{line}\"\n");
        await using var client = await RawClient.ConnectAsync(device.Port);
        await client.SendAsync("x\r\u0004");

        Assert.Equal($"> x\r\n{line}\r\n> ", await client.ReadToEndAsync());
    }
}
