namespace ConnectionGen;

/// <summary>Marks a <c>partial</c> class as the type of a testbed file: its devices and their paths become members when you build.</summary>
/// <param name="file">The file, relative to the project; one of its <c>Testbed</c> items.</param>
/// <example><code>
/// [Testbed("lab.yaml")]
/// public partial class Lab;
///
/// await using var lab = Lab.Load();
/// await lab.Phoenix.ConnectAsync(via: Lab.PhoenixDevice.Via.Mgmt);
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TestbedAttribute(string file) : Attribute
{
    /// <summary>The file, relative to the project.</summary>
    public string File => file;
}
