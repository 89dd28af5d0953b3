using System.Globalization;
using System.Text;
using ConnectionGen.Cli;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>The ways to the routers of the lab, each as a device of its own; none where no lab is up.</summary>
internal static class SoakLab
{
    private static readonly (string Device, string Path, string Os)[] s_ways =
        [("r1", "ssh", "ios"), ("r1", "telnet", "ios"), ("r1", "vty", "ios"), ("r2", "ssh", "ios"), ("r2", "vty", "ios"), ("linux1", "ssh", "linux")];

    public static Testbed? Load()
    {
        if (!RealLab.IsUp)
            return null;
        using var lab = RealLab.Load(Path.Combine(Path.GetTempPath(), "known-hosts-soak"));
        var text = new StringBuilder("devices:\n");
        foreach (var (device, name, os) in s_ways)
        {
            var path = lab.Devices[device].Paths[name];
            text.Append(CultureInfo.InvariantCulture, $"  {device}-{name}:\n    os: {os}\n{(os == "ios" ? "    platform: frr\n" : "")}    credentials:\n");
            foreach (var (credential, values) in path.Credentials)
                text.Append(CultureInfo.InvariantCulture, $"      {credential}: {{{(values.Username is { } user ? $"username: {user}, " : "")}password: {values.Password!.Reveal()}}}\n");
            text.Append(CultureInfo.InvariantCulture, $"    connections:\n      cli: {{protocol: {path.Protocol}, ip: {path.Host}, port: {path.Port}, timeout: 20, connection_timeout: 30, login_creds: [{string.Join(", ", path.LoginCredentials.DefaultIfEmpty("default"))}]{(path.SshOptions is { } options ? $", ssh_options: \"{options}\"" : "")}}}\n");
        }

        return Testbed.Parse(text.ToString(), new TestbedOptions { HostKeys = HostKeyPolicy.Off });
    }
}

/// <summary>Works on one way to the lab until it is told to stop.</summary>
internal sealed class SoakLabWork(Device device, Random chance, SoakCounts counts)
{
    private bool IsLinux => device.Name.StartsWith("linux", StringComparison.Ordinal);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!device.IsConnected())
                await counts.DoAsync("lab: connect", token => device.ConnectAsync<CliConnection>(cancellationToken: token), stop);
            else if (chance.Next(20) == 0)
                await counts.DoAsync("lab: disconnect", token => device.DisconnectAsync(cancellationToken: token), stop);
            else
                await counts.DoAsync("lab: execute", ExecuteAsync, stop);
            await Task.Delay(chance.Next(50, 500), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var answer = await device.ExecuteAsync(IsLinux ? "echo one two" : "show version", cancellationToken: cancellationToken);
        if (!answer.StartsWith(IsLinux ? "one two" : "FRRouting", StringComparison.Ordinal))
            throw new InvalidOperationException($"{device.Name} answers '{answer}'");
    }
}
