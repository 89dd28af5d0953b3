using System.Globalization;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>A connection that also knows the platforms that the tests add, as users add theirs.</summary>
/// <param name="context">The connection's surroundings.</param>
/// <param name="mit">True to leave the device as the login left it.</param>
[ConnectionClass]
public partial class ConformanceConnection(ConnectionContext context, bool mit = false)
    : CliConnection(context, timeout: TimeSpan.FromSeconds(20), mit: mit)
{
    private static readonly PlatformCatalog s_platforms = PlatformCatalog.Default
        // the recorded pagers want Enter where devices want a blank
        .With(CliPlatforms.Ios with { Name = "ios-enter", Pagers = [Pager.Usual[0] with { Key = "\r" }] })
        .With(CliPlatforms.Ios with { Name = "ios-french", UserNameQuestion = UserName(), PasswordQuestion = Password() })
        .With(CliPlatforms.Linux with { Name = "linux-french", UserNameQuestion = UserName(), PasswordQuestion = Password() })
        .With(QuickSwitch)
        .With(CliPlatforms.Junos with { Name = "junos-sync", Commit = CliPlatforms.Junos.Commit! with { Command = "commit synchronize" } });

    /// <summary>Waits for a guest shell without pauses.</summary>
    internal static Platform QuickSwitch => CliPlatforms.Nxos with
    {
        Name = "nxos-quick",
        GuestShell = CliPlatforms.Nxos.GuestShell! with { Switch = CliPlatforms.Nxos.GuestShell!.Switch! with { Pause = TimeSpan.FromMilliseconds(1) } },
    };

    /// <inheritdoc/>
    protected override Platform ChoosePlatform() => s_platforms.Choose(Context.DeviceDescription.Os, null, null, out _);

    [GeneratedRegex(@"Identifier: ?$", RegexOptions.None, 1000)]
    private static partial Regex UserName();

    [GeneratedRegex(@"Passe: ?$", RegexOptions.None, 1000)]
    private static partial Regex Password();
}

/// <summary>A recorded device that plays on loopback, and the testbed that leads to it.</summary>
internal sealed class ConformanceDevice : IAsyncDisposable
{
    public const string HostName = "Router";

    private readonly SimulatedDevice _device;
    private readonly Testbed _testbed;

    private ConformanceDevice(SimulatedDevice device, Testbed testbed, ConformanceConnection connection)
    {
        _device = device;
        _testbed = testbed;
        Connection = connection;
    }

    public ConformanceConnection Connection { get; }

    /// <summary>What was typed so far.</summary>
    public IEnumerable<string> Typed => _device.Sessions[0].Commands.Select(static command => command.Text);

    public static async Task<ConformanceDevice> ConnectAsync(MockData data, string os, string state, CancellationToken cancellationToken, bool mit = true, string credentials = "")
    {
        var device = await SimulatedDevice.StartAsync(data, new SimulatedDeviceOptions { HostName = HostName, InitialState = state, Speed = double.PositiveInfinity }, cancellationToken);
        Testbed? testbed = null;
        try
        {
            testbed = Testbed.Parse(Yaml(os, device.Port, mit, credentials));
            var connection = await testbed.Devices["dut"].ConnectAsync<ConformanceConnection>(cancellationToken: cancellationToken);
            return new ConformanceDevice(device, testbed, connection);
        }
        catch
        {
            if (testbed is not null)
                await testbed.DisposeAsync();
            await device.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // the link goes first: the data need not know how to log out
        await _device.DisposeAsync();
        await _testbed.DisposeAsync();
    }

    private static string Yaml(string os, int port, bool mit, string credentials) =>
        $$"""
        testbed:
          name: conformance
        devices:
          dut:
            os: {{os}}
            type: router
            credentials: { {{(credentials.Length > 0 ? credentials : "default: {username: cisco, password: cisco}")}} }
            connections:
              cli:
                class: ConformanceConnection
                protocol: telnet
                ip: 127.0.0.1
                port: {{port.ToString(CultureInfo.InvariantCulture)}}
                host_key: accept-new
                connection_timeout: 30
                arguments: {mit: {{(mit ? "true" : "false")}}}
        """;
}
