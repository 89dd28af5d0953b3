namespace ConnectionGen.TestbedFiles;

/// <summary>The connection classes that a program has, by the names that testbed files call them.</summary>
public sealed class ConnectionClassSet
{
    private readonly Dictionary<string, ConnectionClassShape?> _byName = new(StringComparer.Ordinal);

    /// <summary>Takes the classes of a program.</summary>
    /// <param name="classes">The classes, each once.</param>
    /// <param name="others">Names of classes of which nothing else is known, so that their arguments are not judged; null for none.</param>
    public ConnectionClassSet(IEnumerable<ConnectionClassShape> classes, IEnumerable<string>? others = null)
    {
        others ??= [];
        All = [.. classes.OrderBy(static shape => shape.FullName, StringComparer.Ordinal)];
        Names = [.. All.SelectMany(static shape => shape.Names).Concat(others).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)];
        foreach (var shape in All)
        {
            foreach (var name in shape.Names)
                _byName[name] = _byName.ContainsKey(name) ? null : shape;
        }

        foreach (var shape in All)
            _byName[shape.FullName] = shape;

        foreach (var name in others)
            _byName[name] = null;

        Default = All.Where(static shape => shape.IsDefault).Take(2).ToArray() is [var only] ? only : null;
    }

    /// <summary>All of them, by full name.</summary>
    public IReadOnlyList<ConnectionClassShape> All { get; }

    /// <summary>The names that they declare, sorted.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The class that is used where nobody names one; null where there is none.</summary>
    public ConnectionClassShape? Default { get; }

    /// <summary>Whether a class has a name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The class of a name; null where there is none or several have it.</summary>
    /// <param name="name">The name.</param>
    public ConnectionClassShape? Find(string name) => _byName.TryGetValue(name, out var shape) ? shape : null;

    /// <summary>What to say where no class has a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="device">The device for which the testbed names it.</param>
    public string Unknown(string name, string device)
    {
        var advice = NearestName.Advice(name, Names);
        var hint = PythonClasses.Contains(name)
            ? $" '{name}' is a Python class of pyATS; the class that stands for it declares the name, as in [ConnectionClass(\"{name}\")]."
            : "";
        return $"'{name}', which the testbed names for '{device}', is the name of no connection class{advice}{hint}";
    }

    // pyATS's own connection classes
    private static readonly HashSet<string> PythonClasses = new(StringComparer.Ordinal)
    {
        "unicon.Unicon", "rest.connector.Rest", "yang.connector.Netconf", "yang.connector.Gnmi",
    };
}
