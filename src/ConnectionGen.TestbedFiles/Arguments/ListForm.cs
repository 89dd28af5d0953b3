namespace ConnectionGen.TestbedFiles;

/// <summary>The form of an argument that is a list; a value that is none is a list of one.</summary>
internal sealed class ListForm(ArgumentForm item) : ArgumentForm
{
    public override string Expected => $"a list, each {item.Expected}";

    internal override void Check(YamlNode node, string key, ArgumentFaults faults)
    {
        if (IsOpen(node))
            return;

        if (node is not YamlSequence list)
        {
            item.Check(node, key, faults);
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
            CheckItem(list.Items[i], $"{key}[{i}]", item, faults);
    }

    /// <summary>An element of a list or map is a value; an empty one is the empty text.</summary>
    internal static void CheckItem(YamlNode node, string key, ArgumentForm form, ArgumentFaults faults)
    {
        if (node is YamlScalar { IsNull: true } && !(form is ScalarForm scalar && scalar.Fits("")))
            faults.Wrong(node, key, form.Expected);
        else
            form.Check(node, key, faults);
    }

    public override string ToString() => $"list({item})";
}
