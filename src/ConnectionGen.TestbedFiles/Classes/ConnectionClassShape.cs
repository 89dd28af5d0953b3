namespace ConnectionGen.TestbedFiles;

/// <summary>What a testbed file can say of a connection class: its names and its arguments. Made from what the generator writes down of the class.</summary>
public sealed class ConnectionClassShape
{
    private readonly Lazy<Dictionary<string, ArgumentForm>> _arguments;

    /// <summary>Describes a class.</summary>
    /// <param name="fullName">The full type name, by which a testbed file always finds it.</param>
    /// <param name="names">Its other names in testbed files.</param>
    /// <param name="arguments">Its arguments, each as key and form: <c>term_width=int</c>.</param>
    /// <param name="isDefault">True for the class that is used where nobody names one.</param>
    /// <param name="needsCredentials">True for a class that logs in.</param>
    public ConnectionClassShape(string fullName, IReadOnlyList<string> names, IReadOnlyList<string> arguments, bool isDefault, bool needsCredentials)
    {
        FullName = fullName;
        Names = names;
        IsDefault = isDefault;
        NeedsCredentials = needsCredentials;
        _arguments = new(() => Parse(arguments), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The full type name, by which a testbed file always finds it.</summary>
    public string FullName { get; }

    /// <summary>The class's own name.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    /// <summary>Its other names in testbed files.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>True for the class that is used where nobody names one.</summary>
    public bool IsDefault { get; }

    /// <summary>True for a class that logs in.</summary>
    public bool NeedsCredentials { get; }

    /// <summary>Its arguments by key.</summary>
    public IReadOnlyDictionary<string, ArgumentForm> Arguments => _arguments.Value;

    /// <summary>The key of an argument that is written as key and form.</summary>
    /// <param name="argument">Such as <c>term_width=int</c>.</param>
    public static string KeyOf(string argument) => argument.Substring(0, argument.IndexOf('='));

    private static Dictionary<string, ArgumentForm> Parse(IReadOnlyList<string> arguments)
    {
        var forms = new Dictionary<string, ArgumentForm>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var key = KeyOf(argument);
            forms[key] = ArgumentForm.Parse(argument.Substring(key.Length + 1));
        }

        return forms;
    }
}
