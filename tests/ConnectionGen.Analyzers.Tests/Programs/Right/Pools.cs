using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        var pool = await lab.Host.ConnectPoolAsync<CliConnection>(4, "workers", "ssh");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => lab.Host.workers.ExecuteAsync($"echo {n}")));
        Console.WriteLine(answers.Length);

        await using (var lease = await pool.LeaseAsync())
        {
            await lease.Connection.SendLineAsync("date");
            Console.WriteLine(await lease.Connection.ReceiveAsync());
        }

        ConnectionPool small = await lab.R2.ConnectPoolAsync(poolSize: 2);
        await lab.R2.ExecuteAsync("show version");
        await lab.R2.Pool.ExecuteAsync("show clock");
        Console.WriteLine(small.Size);

        using var made = lab.Phoenix.InstantiatePool<CliConnection>(3, alias: "later", via: Lab.PhoenixDevice.Via.Mgmt, poolTimeout: TimeSpan.FromSeconds(5));
        await lab.Phoenix.Alias("later").ConnectAsync();
        await lab.Phoenix.later.ExecuteAsync("show users");
        await lab.Phoenix.ConnectCliPoolAsync(2, alias: "typed", via: "console");
        await lab.Phoenix.DestroyAsync("typed");
    }
}
