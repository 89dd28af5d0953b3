namespace ConnectionGen;

/// <summary>
/// Marks a class as a connection class: a <c>partial</c> class derived from <see cref="Connection"/> whose constructor
/// takes a <see cref="ConnectionContext"/> first. The parameters after it are the class's arguments.
/// </summary>
/// <param name="names">The names by which a testbed file's <c>class:</c> calls it; without any, the class's own name. The full type name always works, too.</param>
/// <example><code>
/// [ConnectionClass("highway")]
/// public partial class HighwayConnection(ConnectionContext context, int termWidth = 80) : Connection(context) { … }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectionClassAttribute(params string[] names) : Attribute
{
    /// <summary>The names by which a testbed file calls the class; empty for the class's own name.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>True for the one class that is used where neither the call nor the testbed names one.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Whether two calls may be under way on one connection at a time; <see cref="Concurrency.OneAtATime"/> unless said otherwise.</summary>
    public Concurrency Concurrency { get; set; }

    /// <summary>False for a class whose paths cannot be shared by several connections, such as a console; a pool of it is refused. True unless said otherwise.</summary>
    public bool SupportsPooling { get; set; } = true;

    /// <summary>True for a class that logs in: a device with paths of this class and no credentials is then pointed out when building.</summary>
    public bool NeedsCredentials { get; set; }
}

/// <summary>Whether two calls may be under way on one connection at a time.</summary>
public enum Concurrency
{
    /// <summary>A call waits until the one before it has ended. The calls that a service makes on its own connection do not wait for it.</summary>
    OneAtATime,

    /// <summary>Calls run side by side; the class itself keeps them apart.</summary>
    Concurrent,
}
