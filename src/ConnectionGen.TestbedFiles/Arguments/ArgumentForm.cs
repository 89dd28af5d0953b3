namespace ConnectionGen.TestbedFiles;

/// <summary>
/// How an argument of a connection class is written in a testbed file. Generated code carries it as text, such as <c>list(int)</c>, so that the
/// build and the program judge a value by the same description.
/// </summary>
public abstract class ArgumentForm
{
    /// <summary>The form that a text describes.</summary>
    /// <param name="text">A word such as <c>int</c>, or <c>enum(Slow|Fast)</c>, <c>list(form)</c>, <c>map(form)</c>, <c>record(key=form;optional?=form)</c>.</param>
    /// <exception cref="FormatException">The text describes no form.</exception>
    public static ArgumentForm Parse(string text) => ArgumentFormText.Parse(text);

    /// <summary>What to write, as messages say it: <c>a whole number from 0 to 255</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Says what is wrong with a value. What markup stands for is known only when running, and nothing is said of it.</summary>
    internal abstract void Check(YamlNode node, string key, ArgumentFaults faults);

    /// <summary>Whether nothing can be said of a value: it is empty, or its text is made by markup.</summary>
    private protected static bool IsOpen(YamlNode node) => node is YamlScalar scalar && (scalar.IsNull || Markup.IsIn(scalar.Text));

    /// <summary>A value as a map; null where nothing can be said of it, or where it is none, which is said then.</summary>
    private protected YamlMapping? Map(YamlNode node, string key, ArgumentFaults faults)
    {
        if (node is not YamlMapping && !IsOpen(node))
            faults.Wrong(node, key, Expected);
        return node as YamlMapping;
    }
}

/// <summary>The form of an argument whose type cannot be written in a testbed file: no value is judged, and none is read.</summary>
internal sealed class UnwritableForm : ArgumentForm
{
    public override string Expected => "nothing: it cannot be written in a testbed file";

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
    }

    public override string ToString() => "any";
}
