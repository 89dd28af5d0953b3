using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tests.Testbeds.Values;

/// <summary>Texts under <c>testbed.custom</c> or a device's <c>custom</c>, their markup resolved.</summary>
internal static class MarkupTexts
{
    public static string? Custom(TestbedDescription testbed, string key) => testbed.Scope.Text(testbed.Block?.Mapping("custom"), key);

    public static string? Custom(DeviceDescription device, string key) => device.Scope.Text(device.Body.Mapping("custom"), key);

    public static IReadOnlyList<string>? CustomTexts(DeviceDescription device, string key) => device.Scope.Texts(device.Body.Mapping("custom"), key);
}
