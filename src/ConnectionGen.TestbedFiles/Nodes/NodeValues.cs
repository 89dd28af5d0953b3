using System.Collections;
using System.Globalization;

namespace ConnectionGen.TestbedFiles;

/// <summary>Values of a program as nodes, so that they can stand in the place of a markup.</summary>
public static class NodeValues
{
    /// <summary>
    /// A value at the place of a text: texts, numbers and booleans as a text, null as an empty value, dictionaries as a map, other sequences as a list,
    /// anything else by its <c>ToString</c>.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="at">The text in whose place it stands.</param>
    /// <exception cref="ArgumentException">Lists and maps stand in each other too deep, as one that holds itself does.</exception>
    public static YamlNode ToNode(object? value, YamlScalar at) => ToNode(value, at, 0);

    private static YamlNode ToNode(object? value, YamlScalar at, int depth) => value switch
    {
        _ when depth > ReadingLimits.Depth => throw new ArgumentException($"Lists and maps stand in each other more than {ReadingLimits.Depth} deep.", nameof(value)),
        null => new YamlScalar("", isPlain: true, at.Source, at.Start, at.End),
        YamlNode node => node,
        string text => at.WithText(text),
        bool flag => at.WithText(flag ? "true" : "false"),
        IFormattable formattable => at.WithText(formattable.ToString(null, CultureInfo.InvariantCulture)),
        IDictionary map => Map(Entries(map), at, depth),
        IEnumerable<KeyValuePair<string, object?>> map => Map(map, at, depth),
        IEnumerable<KeyValuePair<string, string>> map => Map(map.Select(static entry => new KeyValuePair<string, object?>(entry.Key, entry.Value)), at, depth),
        IEnumerable list => new YamlSequence([.. list.Cast<object?>().Select(item => ToNode(item, at, depth + 1))], at.Source, at.Start, at.End),
        _ => at.WithText(value.ToString() ?? ""),
    };

    private static YamlMapping Map(IEnumerable<KeyValuePair<string, object?>> map, YamlScalar at, int depth) =>
        new([.. map.Select(entry => new YamlEntry(at.WithText(entry.Key), ToNode(entry.Value, at, depth + 1)))], at.Source, at.Start, at.End);

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return new KeyValuePair<string, object?>(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value);
    }
}
