using System.ComponentModel;

namespace ConnectionGen;

/// <summary>What a testbed makes a device from.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class DeviceContext
{
    internal DeviceContext(Testbed testbed, DeviceDescription description, TestbedOptions options, WrapperList wrappers)
    {
        Testbed = testbed;
        Description = description;
        Options = options;
        Wrappers = wrappers;
    }

    /// <summary>The device's name.</summary>
    public string Name => Description.Name;

    /// <summary>What the testbed says of the device.</summary>
    public DeviceDescription Description { get; }

    internal Testbed Testbed { get; }

    internal TestbedTopology Topology => Testbed.Topology;

    internal TestbedOptions Options { get; }

    internal WrapperList Wrappers { get; }
}
