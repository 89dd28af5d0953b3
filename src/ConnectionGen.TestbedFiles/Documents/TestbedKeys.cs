namespace ConnectionGen.TestbedFiles;

/// <summary>The keys of the testbed format that the reader itself looks for.</summary>
internal static class TestbedKeys
{
    public const string Testbed = "testbed";
    public const string Devices = "devices";
    public const string Topology = "topology";
    public const string Extends = "extends";
    public const string Connections = "connections";
    public const string Defaults = "defaults";
    public const string Credentials = "credentials";
}
