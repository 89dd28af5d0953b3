namespace ConnectionGen;

/// <summary>
/// Says which device of a testbed a parameter, property, field or result of type <see cref="Device"/> is, where its type does not say it, so that the
/// compiler checks the paths and aliases that are named on it. Nothing is checked when the program runs.
/// </summary>
/// <param name="device">The device's name, or its <c>alias:</c>, in one of the project's testbed files.</param>
/// <example><code>
/// static Task OpenAsync([TestbedDevice("phoenix")] Device device) => device.ConnectAsync(via: "mgmt");   // "mgnt" would be CG1001
/// </code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class TestbedDeviceAttribute(string device) : Attribute
{
    /// <summary>The device's name in the testbed file.</summary>
    public string Device => device;
}
