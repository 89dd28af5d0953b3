using System.Text;
using ConnectionGen.TestbedFiles;
using YamlDotNet.Core;

namespace ConnectionGen.Measures.Testbeds;

/// <summary>
/// Reading a testbed of 10,000 devices beside its peer, the bare event loop of the YAML parser that the reader stands on, over the same text; whether time
/// grows with the devices and not faster; and what loading costs on top.
/// </summary>
internal static class TestbedMeasures
{
    private const int Devices = 10_000;
    private const int Rounds = 7;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var text = TestbedText.Of(Devices);
        var tenth = TestbedText.Of(Devices / 10);
        var read = await Interleaved.RunAsync(
            Rounds,
            1,
            Calls(() => (object)Events(text)),
            Calls(() => TestbedReader.Read(text, "lab.yaml", static _ => null)),
            Calls(() => TestbedReader.Read(tenth, "lab.yaml", static _ => null)),
            Calls(() => Testbed.Parse(text)),
            Calls(() => Testbed.Parse(tenth)));

        return
        [
            new($"the YAML parser's bare event loop over {Devices} devices, {text.Length / 1e6:F1} MB", read.Nanoseconds(0) / 1e6, "ms"),
            new("reading them with all checks, against it", read.Ratio(0, 1), "times", 2.5),
            new("kept of them, a byte of file", Kept(() => TestbedReader.Read(text, "lab.yaml", static _ => null)) / Encoding.UTF8.GetByteCount(text), "B", 12),
            new("reading a device of 10,000, against one of 1,000", read.Ratio(2, 1) / 10, "times", 2),
            new("`Testbed.Parse` of 10,000 devices", read.Nanoseconds(3) / 1e6, "ms"),
            new("`Testbed.Parse`, a device of 10,000 against one of 1,000", read.Ratio(4, 3) / 10, "times", 2),
        ];
    }

    private static Func<int, Task> Calls(Func<object> call) => calls =>
    {
        for (var n = 0; n < calls; n++)
        {
            GC.KeepAlive(call());
        }

        return Task.CompletedTask;
    };

    private static int Events(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text)));
        var events = 0;
        while (parser.MoveNext())
        {
            events++;
        }

        return events;
    }

    private static double Kept(Func<object> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return after - before;
    }
}
