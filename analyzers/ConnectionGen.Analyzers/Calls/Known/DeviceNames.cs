using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Analyzers;

/// <summary>The names under which a testbed's devices are looked up: their own, and their <c>alias:</c>.</summary>
internal static class DeviceNames
{
    public static DeviceNode? Find(TestbedItem item, string name) =>
        item.Document.Devices.FirstOrDefault(device => device.Name == name)
        ?? item.Document.Devices.FirstOrDefault(device => device.Body.Text("alias") == name);

    public static IEnumerable<string> Of(TestbedItem item) =>
        item.Document.Devices.Select(device => device.Name).Concat(item.Document.Devices.Select(device => device.Body.Text("alias")).OfType<string>());
}
