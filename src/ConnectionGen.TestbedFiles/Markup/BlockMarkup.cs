namespace ConnectionGen.TestbedFiles;

/// <summary>
/// Puts maps and lists in the place of the markup that stands for them: a whole value <c>%{…}</c> that refers to a map or list,
/// <c>%{….keys()}</c>, <c>%EXTEND_LIST{…}</c>, and, where there is somebody to call, a <c>%CALLABLE{…}</c> in the place of a block.
/// A reference to a single value stays as it is until the value is read.
/// </summary>
internal sealed class BlockMarkup(YamlMapping root, ProblemList problems, Func<YamlScalar, MarkupCall, YamlNode>? call, CancellationToken cancellationToken)
{
    // far more than a file that people write has, and little enough for the stack
    private const int LongestChain = 2 * ReadingLimits.Depth;

    private readonly Dictionary<YamlNode, YamlNode> _done = [];
    private readonly HashSet<YamlNode> _underWay = [];
    private readonly Dictionary<YamlNode, YamlNode> _called = [];
    private readonly Dictionary<YamlNode, (long Size, int Height)> _measures = [];
    private readonly List<string> _keys = [];
    private readonly MarkupDevices _devices = new(root);
    private MarkupDevice? _device;
    private long _size;

    /// <summary>Whether a text may hold markup that stands for a block.</summary>
    public static bool MayBeIn(string text) =>
        text.IndexOf("%{", StringComparison.Ordinal) >= 0 || text.IndexOf("%EXTEND_LIST{", StringComparison.Ordinal) >= 0 || text.IndexOf("%CALLABLE{", StringComparison.Ordinal) >= 0;

    public YamlMapping Run()
    {
        var entries = new List<YamlEntry>(root.Entries.Count);
        foreach (var block in root.Entries)
        {
            var value = block.Key.Text is TestbedKeys.Devices or TestbedKeys.Topology ? OfDevices(block) : At(block.Key.Text, block.Value);
            entries.Add(new YamlEntry(block.Key, value));
            _done.Clear();
        }

        return Renamed(new YamlMapping([.. entries], root.Source, root.Start, root.End));
    }

    /// <summary>A block whose entries belong each to a device, which <c>self</c> means.</summary>
    private YamlNode OfDevices(YamlEntry block)
    {
        if ((block.Value is YamlMapping ? block.Value : At(block.Key.Text, block.Value)) is not YamlMapping map)
            return block.Value;

        _keys.Add(block.Key.Text);
        var entries = new List<YamlEntry>(map.Entries.Count);
        foreach (var entry in map.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // what a reference to the device itself means differs from device to device
            _done.Clear();
            _device = _devices.Find(entry.Key.Text);
            entries.Add(new YamlEntry(entry.Key, At(entry.Key.Text, entry.Value)));
        }

        _device = null;
        _done.Clear();
        _keys.RemoveAt(_keys.Count - 1);
        return new YamlMapping([.. entries], map.Source, map.Start, map.End);
    }

    private YamlNode At(string key, YamlNode value)
    {
        _keys.Add(key);
        var node = In(value);
        _keys.RemoveAt(_keys.Count - 1);
        return node;
    }

    private YamlNode In(YamlNode node)
    {
        if (node is YamlScalar scalar)
            return scalar.Text.IndexOf('%') >= 0 && Markup.Whole(scalar.Text) is { } part ? InText(scalar, part) : scalar;

        if (_done.TryGetValue(node, out var known))
            return known;

        _underWay.Add(node);
        YamlNode done = node is YamlMapping map ? InMap(map) : InList((YamlSequence)node);
        _underWay.Remove(node);
        return _done[node] = done;
    }

    private YamlMapping InMap(YamlMapping map)
    {
        YamlEntry[]? changed = null;
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            var value = At(entry.Key.Text, entry.Value);
            if (!ReferenceEquals(value, entry.Value))
                (changed ??= [.. map.Entries])[i] = new YamlEntry(entry.Key, value);
        }

        return Renamed(changed is null ? map : new YamlMapping(changed, map.Source, map.Start, map.End));
    }

    private YamlSequence InList(YamlSequence list)
    {
        YamlNode[]? changed = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = At("", list.Items[i]);
            if (!ReferenceEquals(item, list.Items[i]))
                (changed ??= [.. list.Items])[i] = item;
        }

        return changed is null ? list : new YamlSequence(changed, list.Source, list.Start, list.End);
    }

    /// <summary>A key <c>%EXTEND_LIST{key}</c> for which no file below has a list begins one.</summary>
    private static YamlMapping Renamed(YamlMapping map) =>
        map.Entries.Any(static entry => Layers.ListKey(entry.Key.Text) is not null) ? Layers.Merge(new YamlMapping([], map.Source, map.Start, map.End), map) : map;

    private YamlNode InText(YamlScalar scalar, MarkupPart part)
    {
        if (_done.TryGetValue(scalar, out var known))
            return known;

        // a text that leads to itself is said to do so by who looks at texts; a chain of so many is no better
        if (_underWay.Count > LongestChain || !_underWay.Add(scalar))
            return scalar;

        var node = part.Kind switch
        {
            MarkupKind.Reference => Referred(scalar, part.Argument) is { } block ? Placed(scalar, block) : scalar,
            MarkupKind.ExtendList => Joined(scalar, part.Argument) is { } list ? Placed(scalar, list) : scalar,
            MarkupKind.Callable when call is not null && BlockPlaces.Has(_keys) && MarkupCall.Parse(part.Argument) is { } wanted => Called(scalar, wanted),
            _ => scalar,
        };
        _underWay.Remove(scalar);
        // whether a function is called depends on the place
        return part.Kind == MarkupKind.Callable ? node : _done[scalar] = node;
    }

    /// <summary>The map or list that a reference leads to, everything within it in place; null where it leads to a single value or nowhere.</summary>
    private YamlNode? Referred(YamlScalar scalar, string reference)
    {
        if (Found(scalar, reference) is not { } target)
            return null;

        if (target is not YamlScalar && _underWay.Contains(target))
        {
            problems.Warning("CG2012", scalar, $"'{scalar.Text}' stands for what it stands in itself");
            return null;
        }

        return In(target) is var block and not YamlScalar ? block : null;
    }

    private YamlNode? Found(YamlScalar scalar, string reference) => MarkupReference.Find(root, _device, reference, scalar, In);

    private YamlSequence? Joined(YamlScalar scalar, string references)
    {
        var items = new List<YamlNode>();
        foreach (var reference in references.Split(','))
        {
            if (Found(scalar, reference.Trim()) is not { } target)
                return null;

            if (target is YamlScalar single && In(single) is YamlScalar)
                items.Add(single);
            else if (Referred(scalar, reference.Trim()) is YamlSequence list && items.Count + list.Items.Count <= ReadingLimits.AliasedNodes)
                items.AddRange(list.Items);
            else
                return null;
        }

        return new YamlSequence([.. items], scalar.Source, scalar.Start, scalar.End);
    }

    private YamlNode Called(YamlScalar scalar, MarkupCall wanted)
    {
        if (!_called.TryGetValue(scalar, out var result))
            _called[scalar] = result = call!(scalar, wanted);

        return Placed(scalar, result);
    }

    /// <summary>The block where the markup stands, unless that would be more than a file may ask for.</summary>
    private YamlNode Placed(YamlScalar scalar, YamlNode block)
    {
        var (size, height) = Measure(block);
        if (_keys.Count + height > ReadingLimits.Depth)
            problems.Error("CG2001", scalar, $"with '{scalar.Text}', lists and maps stand in each other more than {ReadingLimits.Depth} deep");
        else if ((_size += size) > ReadingLimits.AliasedNodes)
            problems.Error("CG2001", scalar, $"the references up to '{scalar.Text}' stand for more than {ReadingLimits.AliasedNodes} values");
        else
            return block switch
            {
                YamlMapping map => new YamlMapping([.. map.Entries], scalar.Source, scalar.Start, scalar.End),
                YamlSequence list => new YamlSequence(list.Items, scalar.Source, scalar.Start, scalar.End),
                _ => block,
            };

        return scalar;
    }

    private (long Size, int Height) Measure(YamlNode node)
    {
        if (node is YamlScalar)
            return (1, 0);

        if (_measures.TryGetValue(node, out var known))
            return known;

        var (size, height) = (1L, 0);
        foreach (var child in node is YamlMapping map ? map.Entries.Select(static entry => entry.Value) : ((YamlSequence)node).Items)
        {
            var measure = Measure(child);
            size += measure.Size;
            height = Math.Max(height, measure.Height + 1);
        }

        return _measures[node] = (size, height);
    }
}
