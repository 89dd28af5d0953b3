using System.ComponentModel;

namespace ConnectionGen;

/// <summary>A service as the runtime knows it; made by generated code, once per service.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class ServiceInfo
{
    /// <summary>Describes a service.</summary>
    /// <param name="connectionClass">The connection class.</param>
    /// <param name="name">The method's name, such as <c>ExecuteAsync</c>.</param>
    /// <param name="needsLease">True where calls of the service belong together; see <see cref="ServiceAttribute.NeedsLease"/>.</param>
    public ServiceInfo(Type connectionClass, string name, bool needsLease = false)
    {
        ConnectionClass = connectionClass;
        Name = name;
        NeedsLease = needsLease;
    }

    /// <summary>The connection class.</summary>
    public Type ConnectionClass { get; }

    /// <summary>The method's name, such as <c>ExecuteAsync</c>.</summary>
    public string Name { get; }

    /// <summary>True where calls of the service belong together.</summary>
    public bool NeedsLease { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{ConnectionClass.Name}.{Name}";
}
