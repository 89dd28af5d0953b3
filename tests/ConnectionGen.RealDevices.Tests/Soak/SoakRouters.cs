using System.Globalization;
using System.Text;
using ConnectionGen.Simulation;

namespace ConnectionGen.RealDevices.Tests.Soak;

/// <summary>Simulated routers, most of them with faults of their own, that reboot when they like.</summary>
internal sealed class SoakRouters : IAsyncDisposable
{
    private static readonly MockData s_data = MockData.Parse(
        """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "secret-1": {new_state: exec}
        exec:
          prompt: "%N>"
          commands:
            "enable": {new_state: enable_password}
        enable_password:
          prompt: "Password: "
          commands:
            "secret-2": {new_state: enable}
        enable:
          prompt: "%N#"
          commands:
            "terminal length 0": ""
            "terminal width 0": ""
            "disable": {new_state: exec}
            "configure terminal": {new_state: config}
            "reload": {new_state: reload_confirm}
            "exit": {new_state: goodbye}
        config:
          prompt: "%N(config)#"
          commands:
            "end": {new_state: enable}
        reload_confirm:
          prompt: "Proceed with reload? [confirm]"
          commands:
            "": {new_state: reloading}
        reloading:
          preface: "%SYS-5-RELOAD: Reload requested"
        goodbye:
          new_state: nowhere
        """);

    // one of each for all routers: a pattern keeps what it has learned of texts
    private static readonly CommandPattern[] s_patterns =
    [
        new(@"show number (?<n>\d+)", "the number is {n}\nend of {n}\n"),
        new(@"show long (?<n>\d+)", string.Concat(Enumerable.Range(0, 400).Select(static line => $"line {line} of an output that is long\n")) + "end of {n}\n"),
        new(@"description (?<n>\d+)", "", state: "config"),
    ];

    private readonly SimulatedDevice[] _all;
    private readonly Random _chance = new(1);

    public SoakRouters(int count) => _all = [.. Enumerable.Range(0, count).Select(Start)];

    public int SessionCount => _all.Sum(static router => router.SessionCount);

    public string Describe()
    {
        var text = new StringBuilder("testbed: {credentials: {default: {username: admin, password: secret-1}, enable: {password: secret-2}}}\ndevices:\n");
        for (var i = 0; i < _all.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"  r{i}: {{os: ios, connections: {{cli: {{protocol: telnet, ip: 127.0.0.1, port: {_all[i].Port}, timeout: 5, configure_timeout: 5, connection_timeout: 8, pool_timeout: 5}}}}}}\n");
        return text.ToString();
    }

    public async Task RebootAtRandomAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var router = _all[_chance.Next(_all.Length)];
                if (router.IsUp)
                    router.Reboot(TimeSpan.FromSeconds(_chance.NextDouble()));
            }
        }
        catch (OperationCanceledException)
        {
            // the end of the run
        }
    }

    /// <summary>How many sessions stay open, given a moment.</summary>
    public async Task<int> OpenSessionsAsync(CancellationToken cancellationToken)
    {
        await SoakMemory.SettleAsync(() => Open() == 0, cancellationToken);
        return Open();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var router in _all)
            await router.DisposeAsync();
    }

    private int Open() => _all.Sum(static router => router.Sessions.Count(static session => session.IsOpen));

    private static SimulatedDevice Start(int number) => SimulatedDevice.Start(s_data, new SimulatedDeviceOptions
    {
        HostName = $"router-{number}",
        InitialState = "login",
        Faults = Plan(number),
        // a run keeps nothing of what is over
        TranscriptLimit = 0,
        CommandLimit = 1,
        SessionLimit = 8,
        Patterns = { s_patterns[0], s_patterns[1], s_patterns[2] },
    });

    private static FaultPlan Plan(int number)
    {
        var plan = new FaultPlan(number).Latency(TimeSpan.FromMilliseconds(1), jitter: TimeSpan.FromMilliseconds(20)).RebootOn("reloading", TimeSpan.FromSeconds(0.2));
        return (number % 10) switch
        {
            0 => plan.CutAtRandom(0.01, 200, CutKind.Close),
            1 => plan.CutAtRandom(0.01, 200, CutKind.Reset),
            2 => plan.CutAtRandom(0.005, 200, CutKind.Stall),
            3 => plan.CutAtRandom(0.01, 200, CutKind.HalfClose),
            4 => plan.LogMessage("*Mar 1 00:01: %LINK-3-UPDOWN: Gi0/1 up", 0.1, isPromptRepeated: true),
            5 => plan.LogMessage("*Mar 1 00:01: %LINK-3-UPDOWN: Gi0/1 up", 0.05).OnlyIn("enable"),
            6 => plan.Pieces(7).VtyLimit(3),
            7 => plan.Garbage(6, 0.1).FailLogin(3, "password", "login"),
            8 => plan.RefuseFirst(3).SlowAccept(TimeSpan.FromMilliseconds(50)),
            _ => plan,
        };
    }
}
