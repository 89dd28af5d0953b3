namespace ConnectionGen.Tests.Testbeds.Values;

/// <summary>Run-time values of a testbed that a test writes down.</summary>
internal static class Described
{
    public static TestbedDescription Testbed(string yaml, Func<string, string?>? environment = null, Func<string, string?>? ask = null) =>
        Testbed(yaml, new TestbedOptions { Environment = environment ?? (static _ => null), Ask = ask is null ? null : question => ask(question.Text) });

    public static TestbedDescription Testbed(string yaml, TestbedOptions options) => LoadedTestbed.Read("lab.yaml", yaml, options).Description;

    public static DeviceDescription Device(string yaml, Func<string, string?>? environment = null, Func<string, string?>? ask = null) =>
        Testbed(yaml, environment, ask).Devices[0];

    /// <summary>A device <c>r1</c> with a path <c>mgmt</c> that has the given keys.</summary>
    public static PathDescription Path(string keys, Func<string, string?>? environment = null) =>
        Device("devices:\n  r1:\n    connections:\n      mgmt:\n" + Indented(keys, 8), environment).Paths["mgmt"];

    /// <summary>The arguments of a class on that path.</summary>
    public static ConnectionArguments Arguments(string keys, string defaults = "class: X", Func<string, string?>? environment = null)
    {
        var device = Device("devices:\n  r1:\n    connections:\n      defaults:\n" + Indented(defaults, 8) + "      mgmt:\n" + Indented(keys, 8), environment);
        return new ConnectionArguments(device, device.Paths["mgmt"]);
    }

    private static string Indented(string keys, int columns) =>
        string.Concat(keys.Split('\n').Select(line => new string(' ', columns) + line + "\n"));
}
