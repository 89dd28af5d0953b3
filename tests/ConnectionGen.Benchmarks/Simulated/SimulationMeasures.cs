using System.Diagnostics;
using System.Text;
using ConnectionGen.Measures;
using ConnectionGen.Simulation;

namespace ConnectionGen.Benchmarks.Simulated;

/// <summary>The measures of simulated devices beside their limits.</summary>
internal static class SimulationMeasures
{
    private const string Router = """
        exec:
          prompt: "%N> "
          commands:
            "enable": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "en-pass": {new_state: enable}
        login:
          prompt: "Password: "
          commands:
            "vty-pass": {new_state: exec}
        enable:
          prompt: "%N# "
          commands:
            "show version": |
              FRRouting 8.4.4 (r1) on Linux(6.1.0).
              Copyright 1996-2005 Kunihiro Ishiguro, et al.
              configured with:
                  '--build=x86_64-linux-gnu' '--prefix=/usr' '--includedir=${prefix}/include' '--mandir=${prefix}/share/man' '--infodir=${prefix}/share/info' '--sysconfdir=/etc' '--localstatedir=/var' '--disable-option-checking' '--disable-silent-rules' '--libdir=${prefix}/lib/x86_64-linux-gnu' '--libexecdir=${prefix}/lib/x86_64-linux-gnu' '--disable-maintainer-mode'
        """;

    private static ReadOnlySpan<byte> ShowVersion => "show version\r\n"u8;

    private static ReadOnlySpan<byte> Prompt => "r1# "u8;

    public static async Task WriteAsync()
    {
        var rows = new List<string> { "| measure | found | wanted | holds |", "|---|---|---|---|" };
        // first, while the process holds nothing else
        await DevicesAsync(rows);
        await RoundTripsAsync(rows);
        await StreamAsync(rows);
        await PerformancePage.WriteTableAsync(
            "Simulated devices",
            "simulation",
            "The client is a blocking .NET socket that types `show version`, reads to the prompt and does it again; candidates are timed in turn, 31 rounds of 3,000 commands. "
            + "With the lab of real routers up (`LAB_DIR` and `LAB_BASE` set), FRR's own vty is one of them.",
            rows,
            "With a `poll` loop in C as the client, 12,000 commands in turn on both, three times: FRR's vty answered 7,090, 5,290 and 4,150 a second, "
            + "`connectiongen simulate` with FRR's recorded answers 8,360, 16,630 and 16,480.");
    }

    private static async Task RoundTripsAsync(List<string> rows)
    {
        await using var device = SimulatedDevice.Start(MockData.Parse(Router), new() { HostName = "r1", InitialState = "enable" });
        var answer = $"show version\r\n{device.Data.States["enable"].Commands["show version"].Response(0)}r1# ";
        using var fixedServer = new FixedServer(Encoding.UTF8.GetBytes(answer));
        using var simulated = new TelnetLoop(device.Port);
        using var plain = new TelnetLoop(fixedServer.Port);
        simulated.ReadTo(Prompt);
        using var router = LabRouter();
        Func<int, Task>[] candidates = [calls => Loop(simulated, calls), calls => Loop(plain, calls), .. router is null ? [] : new Func<int, Task>[] { calls => Loop(router, calls) }];

        var found = await Interleaved.RunAsync(31, 3_000, candidates);

        rows.Add(Interleaved.Row("`show version` over loopback Telnet, one session", 1e9 / found.Nanoseconds(0), "a second", "", true));
        rows.Add(Interleaved.Row("beside it: a blocking socket that answers the same bytes", 1e9 / found.Nanoseconds(1), "a second", "", true));
        rows.Add(Interleaved.Row("the device's rate against that socket's", found.Ratio(0, 1), "times", "", true));
        if (router is not null)
        {
            rows.Add(Interleaved.Row("beside it: FRR's own vty, the same client", 1e9 / found.Nanoseconds(2), "a second", "", true));
            rows.Add(Interleaved.Row("the device's rate against FRR's", found.Ratio(0, 2), "times", "at least 0.5", found.Ratio(0, 2) >= 0.5));
        }
    }

    /// <summary>The vty of a real router, where the lab is up: LAB_BASE says where.</summary>
    private static TelnetLoop? LabRouter()
    {
        if (Environment.GetEnvironmentVariable("LAB_DIR") is null)
        {
            return null;
        }

        var router = new TelnetLoop(int.Parse(Environment.GetEnvironmentVariable("LAB_BASE") ?? "22000", System.Globalization.CultureInfo.InvariantCulture) + 161);
        router.ReadTo("Password: "u8);
        router.Command(Line("LAB_VTY", "vty-pass"), "r1> "u8);
        router.Command("enable\r\n"u8, "Password: "u8);
        router.Command(Line("LAB_ENABLE", "en-pass"), Prompt);
        return router;
    }

    private static byte[] Line(string variable, string otherwise) => Encoding.UTF8.GetBytes((Environment.GetEnvironmentVariable(variable) ?? otherwise) + "\r\n");

    private static Task Loop(TelnetLoop client, int calls)
    {
        for (var n = 0; n < calls; n++)
        {
            client.Command(ShowVersion, Prompt);
        }

        return Task.CompletedTask;
    }

    private static async Task DevicesAsync(List<string> rows)
    {
        const int many = 1_000;
        var data = MockData.Parse(Router);
        var (seconds, megabytes, threads) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < 5; round++)
        {
            using var process = Process.GetCurrentProcess();
            var threadsBefore = process.Threads.Count;
            var start = Stopwatch.GetTimestamp();
            var devices = Enumerable.Range(0, many).Select(n => SimulatedDevice.Start(data, new() { HostName = $"r{n}", InitialState = "exec" })).ToArray();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            var clients = devices.Select(static device => new TelnetLoop(device.Port, bufferLength: 256)).ToArray();
            for (var n = 0; n < many; n++)
            {
                clients[n].ReadTo("> "u8);
            }

            process.Refresh();
            megabytes.Add(process.WorkingSet64 / 1e6);
            threads = Math.Max(threads, process.Threads.Count - threadsBefore);
            Array.ForEach(clients, static client => client.Dispose());
            await Task.WhenAll(devices.Select(static device => device.DisposeAsync().AsTask()));
        }

        rows.Add(Interleaved.Row("1,000 devices started, the first time", seconds[0], "s", "under 2 s", seconds[0] < 2));
        rows.Add(Interleaved.Row("the same, the median of five times", seconds.Order().ElementAt(2), "s", "", true));
        rows.Add(Interleaved.Row("all the memory of the process, with a client each that has read its prompt", megabytes.Max(), "MB", "under 150 MB", megabytes.Max() < 150));
        rows.Add(Interleaved.Row("their threads, more than before", threads, "", "", true));
    }

    private static async Task StreamAsync(List<string> rows)
    {
        const int lines = 625_000;
        var text = new byte[lines * 80];
        Array.Fill(text, (byte)'x');
        for (var end = 79; end < text.Length; end += 80)
        {
            (text[end - 1], text[end]) = ((byte)'\r', (byte)'\n');
        }

        var data = new MockData(new MockState("exec")
        {
            Prompt = MockText.Prompt("%N# "),
            Commands = new Dictionary<string, MockCommand>(StringComparer.Ordinal) { ["show tech"] = new() { Responses = [MockText.From(text)] } },
        });
        await using var device = SimulatedDevice.Start(data, new() { HostName = "r1" });
        using var client = new TelnetLoop(device.Port);
        client.ReadTo(Prompt);
        var (rates, more) = (new List<double>(), 0.0);
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            var bytes = client.Command("show tech\r"u8, Prompt);
            rates.Add(bytes / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds);
            more = Math.Max(more, Math.Max(GC.GetTotalMemory(forceFullCollection: false) - before, GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6);
        }

        var rate = rates.Order().ElementAt(rates.Count / 2);
        rows.Add(Interleaved.Row("a response of 50 MB, streamed", rate, "MB/s", "at least 200 MB/s", rate >= 200));
        rows.Add(Interleaved.Row("all that it allocates meanwhile", more, "MB", "far under 50 MB", more < 5));
    }
}
