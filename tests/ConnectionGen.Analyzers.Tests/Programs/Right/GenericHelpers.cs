using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

public class Session<TDevice, TConnection>(TDevice device)
    where TDevice : Device
    where TConnection : Connection, IConnectionClass<TConnection>
{
    public TDevice Device { get; } = device;

    public Task<TConnection> OpenAsync([ViaPath] string via) => Device.ConnectAsync<TConnection>("session", via);

    public bool IsOpen => Device.IsConnected("session");
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        var session = new Session<Lab.PhoenixDevice, CliConnection>(lab.Phoenix);
        var connection = await session.OpenAsync("mgmt");
        Console.WriteLine(await connection.ExecuteAsync("show clock"));
        Console.WriteLine(session.IsOpen);
        await Close(lab.R2, "mgmt");
        await session.Device.ConnectAsync(via: "console");
    }

    private static async Task Close<T>(T device, [ViaPath] string via)
        where T : Device
    {
        await device.ConnectAsync(via: via);
        await device.DisconnectAllAsync();
    }
}
