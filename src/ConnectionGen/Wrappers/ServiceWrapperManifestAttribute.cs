using System.ComponentModel;

namespace ConnectionGen;

/// <summary>Written by the generator: names a wrapper of this assembly, so that projects that reference it need not search it.</summary>
/// <param name="wrapper">The wrapper's class.</param>
/// <param name="connectionClass">The connection class.</param>
/// <param name="service">The service's method name, or null.</param>
/// <param name="order">Its order.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceWrapperManifestAttribute(Type wrapper, Type connectionClass, string? service, int order) : Attribute
{
    /// <summary>The wrapper's class.</summary>
    public Type Wrapper => wrapper;

    /// <summary>The connection class.</summary>
    public Type ConnectionClass => connectionClass;

    /// <summary>The service's method name, or null.</summary>
    public string? Service => service;

    /// <summary>Its order.</summary>
    public int Order => order;
}
