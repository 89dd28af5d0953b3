using System.Text;
using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>How many bytes the router has sent, without a fault, when a phase begins and when it ends.</summary>
internal static class SentBytes
{
    public static async Task<(int From, int To)> MeasureAsync(Phase phase, CancellationToken cancellationToken)
    {
        await using var router = FaultyRouter.Start(new FaultPlan(), listens: false);
        await using var stream = router.OpenStream();
        await ReadToAsync(stream, "Username: ", cancellationToken);
        if (phase == Phase.Connect)
            return (0, Sent(router));
        string[] before = phase switch
        {
            Phase.Login => [],
            Phase.Enable => ["admin", FaultyRouter.Login],
            _ => ["admin", FaultyRouter.Login, "enable", FaultyRouter.Enable],
        };
        string[] during = phase switch
        {
            Phase.Login => ["admin", FaultyRouter.Login],
            Phase.Enable => ["enable", FaultyRouter.Enable],
            Phase.Command => ["show interfaces"],
            Phase.Configure => ["configure terminal", "interface Loopback0", "description ours", "end"],
            Phase.Reload => ["reload"],
            _ => ["exit"],
        };
        foreach (var line in before)
            await TypeAsync(stream, router, line, cancellationToken);
        var from = Sent(router);
        foreach (var line in during)
            await TypeAsync(stream, router, line, cancellationToken);
        return (from, Sent(router));
    }

    private static async Task TypeAsync(Stream stream, SimulatedDevice router, string line, CancellationToken cancellationToken)
    {
        // asked before the line is typed: the device may have gone on as soon as it is
        var ends = router.Sessions[0].State switch
        {
            "login" => "Password: ",
            "password" => "router-1>",
            "exec" => "Password: ",
            "enable_password" => "router-1#",
            "enable" => line switch { "show interfaces" => "--More-- ", "configure terminal" => "(config)#", "reload" => "[confirm]", _ => "bye\r\n" },
            _ => line == "end" ? "router-1#" : "(config)#",
        };
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r"), cancellationToken);
        await ReadToAsync(stream, ends, cancellationToken);
    }

    private static async Task ReadToAsync(Stream stream, string end, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            Assert.True(count > 0, $"'{end}' does not come: {text}");
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            if (end == "bye\r\n" && text.ToString().Contains(end, StringComparison.Ordinal))
                return;
        }
    }

    private static int Sent(SimulatedDevice router) =>
        router.Sessions[0].Transcript.Where(static entry => entry.Direction == TranscriptDirection.Sent).Sum(static entry => entry.Text.Length);
}
