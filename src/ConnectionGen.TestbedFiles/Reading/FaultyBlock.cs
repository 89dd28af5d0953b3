namespace ConnectionGen.TestbedFiles;

/// <summary>The lines to leave out so that the rest of a faulty file can be read.</summary>
internal static class FaultyBlock
{
    /// <summary>
    /// The device in which the fault stands, else the top-level block, else the faulty line with what is indented below it; up to the next
    /// line that is indented as little. Null where the rest could not be told from it, as in flow style.
    /// </summary>
    public static (int Start, int End)? Find(string text, YamlSource source, ReadingFault fault, IReadOnlyList<YamlScalar> keys)
    {
        var owner = keys.Count > 1 && keys[0].Text == TestbedKeys.Devices ? keys[1] : keys.Count > 0 ? keys[0] : null;
        var firstLine = source.LineOf(owner?.Start ?? fault.Start);
        var faultLine = Math.Max(source.LineOf(fault.Start), firstLine);
        var indent = Indentation(text, source, firstLine);
        if (owner is not null && source.StartOf(firstLine) + indent != owner.Start)
            return null;

        // the fault may be noticed late: what is indented as little as its block begins the next one, if it stands below the fault
        var line = firstLine + 1;
        while (source.StartOf(line) < text.Length && !(BeginsBlock(text, source, line, indent) && (line > faultLine || owner is not null)))
            line++;

        var (start, end) = (source.StartOf(firstLine), Math.Min(source.StartOf(line), text.Length));
        return HasContent(text, start, end) ? (start, end) : null;
    }

    private static bool BeginsBlock(string text, YamlSource source, int line, int indent)
    {
        var start = source.StartOf(line);
        var own = Indentation(text, source, line);
        return own <= indent && start + own < text.Length && text[start + own] is not ('\n' or '\r' or '#' or '\t');
    }

    private static int Indentation(string text, YamlSource source, int line)
    {
        var start = source.StartOf(line);
        var at = start;
        while (at < text.Length && text[at] == ' ')
            at++;

        return at - start;
    }

    private static bool HasContent(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
                return true;
        }

        return false;
    }
}
