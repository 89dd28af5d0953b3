namespace ConnectionGen.TestbedFiles;

/// <summary>The form of an argument that is one text, number or other single value.</summary>
public abstract class ScalarForm : ArgumentForm
{
    private readonly string _word;

    private protected ScalarForm(string word, string expected)
    {
        _word = word;
        Expected = expected;
    }

    /// <inheritdoc/>
    public override string Expected { get; }

    /// <inheritdoc/>
    public override string ToString() => _word;

    internal abstract bool Fits(string text);

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
        if (node is not YamlScalar scalar)
            faults.Wrong(node, key, "a single value");
        else if (!IsOpen(node) && !Fits(scalar.Text))
            faults.Wrong(node, key, Expected);
    }
}

/// <summary>The form of a single value of one type.</summary>
/// <typeparam name="T">What its text stands for.</typeparam>
public sealed class ScalarForm<T> : ScalarForm
{
    private readonly Func<string, (bool Fits, T Value)> _read;

    internal ScalarForm(string word, string expected, Func<string, (bool Fits, T Value)> read)
        : base(word, expected) => _read = read;

    /// <summary>The value that a text stands for.</summary>
    /// <param name="text">The text, its markup resolved.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where the text has another form.</returns>
    public bool TryRead(string text, out T value)
    {
        (var fits, value) = _read(text);
        return fits;
    }

    internal override bool Fits(string text) => _read(text).Fits;
}
