namespace ConnectionGen.TestbedFiles;

/// <summary>The form of an argument that is one of several names.</summary>
public sealed class EnumForm : ArgumentForm
{
    /// <summary>Allows some names.</summary>
    /// <param name="names">The names, as the program has them.</param>
    public EnumForm(IReadOnlyList<string> names) => Names = names;

    /// <summary>The names, as the program has them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public override string Expected => "one of " + string.Join(", ", Names);

    /// <summary>The name that a text means, upper and lower case, <c>-</c> and <c>_</c> making no difference; null where it means none.</summary>
    /// <param name="text">The text.</param>
    public string? Find(string text)
    {
        var word = Word(text);
        return Names.FirstOrDefault(name => name == text) ?? Names.FirstOrDefault(name => string.Equals(Word(name), word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What to say behind the names there are: which of them was meant.</summary>
    /// <param name="text">The text.</param>
    public string? Advice(string text) => NearestName.Find(text, Names) is { } near ? $"; did you mean '{near}'?" : null;

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
        if (node is not YamlScalar scalar)
            faults.Wrong(node, key, "a single value");
        else if (!IsOpen(node) && Find(scalar.Text) is null)
            faults.Wrong(node, key, Expected, Advice(scalar.Text));
    }

    /// <inheritdoc/>
    public override string ToString() => $"enum({string.Join("|", Names)})";

    private static string Word(string name) => name.Replace("_", "").Replace("-", "");
}
