using System.ComponentModel;

namespace ConnectionGen;

/// <summary>Written by the generator: names a connection class of this assembly, so that projects that reference it need not search it.</summary>
/// <param name="type">The class.</param>
/// <param name="names">Its names in testbed files.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConnectionClassManifestAttribute(Type type, params string[] names) : Attribute
{
    /// <summary>The class.</summary>
    public Type Type => type;

    /// <summary>Its names in testbed files.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Its arguments, each as key and form in testbed files.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>True for the class that is used where nobody names one.</summary>
    public bool IsDefault { get; set; }

    /// <summary>True for a class that logs in.</summary>
    public bool NeedsCredentials { get; set; }
}
