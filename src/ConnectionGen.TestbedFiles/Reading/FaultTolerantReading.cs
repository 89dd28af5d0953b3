using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>
/// Reads a text past its faults: the block in which a fault stands (the device, or the top-level block) is set aside with what was read of it,
/// and the rest is read without it. So a file in which one line is being typed keeps its other devices.
/// </summary>
internal sealed class FaultTolerantReading(string original, string readable, YamlSource source, List<TestbedProblem> problems, CancellationToken cancellationToken)
{
    private string _text = readable;
    private readonly List<(YamlScalar? Block, YamlEntry Read)> _setAside = [];

    public YamlNode? Read(bool reportFaults)
    {
        for (var faults = 1; ; faults++)
        {
            var found = new List<TestbedProblem>();
            var (root, reader) = ReadOnce(found);
            if (reader.Fault is not { } fault)
            {
                problems.AddRange(found);
                return WithSetAside(root);
            }

            if (reportFaults)
                problems.Add(fault.ToProblem(source));

            if (fault.IsFinal || faults == ReadingLimits.Faults || FaultyBlock.Find(_text, source, fault, reader.KeysAtFault) is not { } block)
            {
                problems.AddRange(found);
                return WithSetAside(root);
            }

            problems.AddRange(found.Where(problem => problem.Range.Start.Offset >= block.Start && problem.Range.Start.Offset < block.End));
            SetAside(root, reader.KeysAtFault);
            var rest = new StringBuilder(_text);
            TextChecks.Blank(rest, block.Start, block.End);
            _text = rest.ToString();
        }
    }

    private (YamlNode? Root, NodeReader Reader) ReadOnce(List<TestbedProblem> found)
    {
        var withoutMark = _text.Length > 0 && _text[0] == '\uFEFF' ? TextEdits.Cut(_text, [(0, 1)]) : new TextEdits(_text);
        var reader = new NodeReader(original, source, withoutMark, found, cancellationToken);
        var root = reader.Read();
        if (reader.Fault is null || BlankLinesOfBlocks.Find(_text) is not { Count: > 0 } blanks)
            return (root, reader);

        // blank lines at the head of a block _text, which the parser may refuse for their blanks
        found.Clear();
        var again = new NodeReader(original, source, TextEdits.Cut(_text, _text[0] == '\uFEFF' ? [(0, 1), .. blanks] : blanks), found, cancellationToken);
        return (again.Read(), again);
    }

    private void SetAside(YamlNode? root, IReadOnlyList<YamlScalar> keys)
    {
        if (keys.Count == 0 || root is not YamlMapping map || map.Find(keys[0].Text) is not { } top)
            return;

        if (keys[0].Text != TestbedKeys.Devices)
            _setAside.Add((null, top));
        else if (keys.Count > 1 && (top.Value as YamlMapping)?.Find(keys[1].Text) is { } device)
            _setAside.Add((keys[0], device));
    }

    private YamlNode? WithSetAside(YamlNode? root)
    {
        if (_setAside.Count == 0 || root is not (null or YamlScalar or YamlMapping))
            return root;

        var top = (root as YamlMapping)?.Entries.ToList() ?? [];
        top.AddRange(_setAside.Where(static entry => entry.Block is null).Select(static entry => entry.Read));
        var devices = _setAside.Where(static entry => entry.Block is not null).ToList();
        if (devices.Count > 0)
        {
            var index = top.FindIndex(static entry => entry.Key.Text == TestbedKeys.Devices);
            var key = index >= 0 ? top[index].Key : devices[0].Block!;
            var known = index >= 0 && top[index].Value is YamlMapping map ? map.Entries : [];
            var entry = new YamlEntry(key, Map([.. known, .. devices.Select(static device => device.Read)]));
            if (index >= 0)
                top[index] = entry;
            else
                top.Add(entry);
        }

        return Map(top);
    }

    private YamlMapping Map(List<YamlEntry> entries)
    {
        var kept = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(static entry => entry.Key.Start))
            kept[entry.Key.Text] = entry;

        var inOrder = kept.Values.OrderBy(static entry => entry.Key.Start).ToList();
        return new YamlMapping([.. inOrder], source, inOrder.Count > 0 ? inOrder[0].Key.Start : 0, inOrder.Count > 0 ? inOrder.Max(static entry => entry.Value.End) : 0);
    }
}
