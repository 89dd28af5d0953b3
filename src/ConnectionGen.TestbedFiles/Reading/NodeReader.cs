using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectionGen.TestbedFiles;

/// <summary>Builds nodes from the parser's events, without recursion. At a fault what was read so far is closed and kept.</summary>
internal sealed class NodeReader(string original, YamlSource source, TextEdits edits, List<TestbedProblem> problems, CancellationToken cancellationToken)
{
    private readonly Stack<OpenCollection> _open = new();
    private readonly Dictionary<string, Anchored?> _anchors = new(StringComparer.Ordinal);
    private readonly List<YamlEntry> _entries = [];
    private readonly List<YamlNode> _items = [];
    private readonly TextPool _pool = new();
    private YamlNode? _root;
    private long _size;
    private int _events;

    /// <summary>The text that stops the reading; null where everything was read.</summary>
    public ReadingFault? Fault { get; private set; }

    /// <summary>The keys within which the fault stands, outermost first.</summary>
    public IReadOnlyList<YamlScalar> KeysAtFault { get; private set; } = [];

    public YamlNode? Read()
    {
        var scanner = new Scanner(new StringReader(edits.Text));
        var parser = new Parser(scanner);
        try
        {
            while (Fault is null && parser.MoveNext())
                Take(parser.Current!);
        }
        catch (YamlException error)
        {
            Fault = ReadingFault.From(error, edits, original, source, Innermost);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // the parser's way to say that a flow list or map goes wrong
            Fault = ReadingFault.At(edits.InFile(scanner.CurrentPosition.Index), original, source, Innermost);
        }

        if (Fault is not null)
            CloseAll();

        return _root;
    }

    private OpenCollection? Innermost => _open.Count > 0 ? _open.Peek() : null;

    private void Take(ParsingEvent read)
    {
        if ((++_events & 0xFF) == 0)
            cancellationToken.ThrowIfCancellationRequested();

        switch (read)
        {
            case Scalar scalar:
                Keep(ToNode(scalar), NameOf(scalar), 0, _size++);
                break;
            case AnchorAlias alias:
                Follow(alias);
                break;
            case MappingStart or SequenceStart:
                Open((NodeEvent)read);
                break;
            case MappingEnd or SequenceEnd:
                Close(read);
                break;
            case DocumentStart when _root is not null:
                Fault = new ReadingFault(edits.InFile(read.Start.Index), edits.InFile(read.End.Index), "a second document starts here; a testbed file is one document") { IsFinal = true };
                break;
        }
    }

    private void Open(NodeEvent read)
    {
        var start = ReadPosition.Value(original, read, edits);
        if (_open.Count >= ReadingLimits.Depth)
        {
            Fault = new ReadingFault(start, start + 1, $"lists and maps stand in each other more than {ReadingLimits.Depth} deep");
            return;
        }

        var anchor = NameOf(read);
        if (anchor is not null)
            _anchors[anchor] = null;

        _open.Push(read is MappingStart map
            ? new OpenCollection(true, map.Style == MappingStyle.Flow, start, anchor, _size++, _entries.Count)
            : new OpenCollection(false, ((SequenceStart)read).Style == SequenceStyle.Flow, start, anchor, _size++, _items.Count));
    }

    private static string? NameOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private void Close(ParsingEvent read)
    {
        var collection = _open.Pop();
        var end = collection.IsFlow ? ReadPosition.AfterBracket(original, edits.InFile(read.Start.Index)) : collection.EndOfContent;
        Keep(Close(collection, end), collection.Anchor, collection.Height, collection.SizeBefore);
    }

    private YamlNode Close(OpenCollection collection, int end)
    {
        if (!collection.IsMap)
            return new YamlSequence(Taken(_items, collection.Mark), source, collection.Start, end);

        var entries = MapEntries.Complete(Taken(_entries, collection.Mark), problems);
        return new YamlMapping(entries, source, collection.Start, end);
    }

    private static T[] Taken<T>(List<T> stack, int mark)
    {
        var count = stack.Count - mark;
        if (count == 0)
            return [];

        var taken = new T[count];
        stack.CopyTo(mark, taken, 0, count);
        stack.RemoveRange(mark, count);
        return taken;
    }

    private void Keep(YamlNode node, string? anchor, int height, long sizeBefore) => Keep(node, anchor, height, sizeBefore, node.End);

    /// <summary>An alias ends elsewhere than the node that it stands for.</summary>
    private void Keep(YamlNode node, string? anchor, int height, long sizeBefore, int endHere)
    {
        if (anchor is not null)
            _anchors[anchor] = new Anchored(node, height, _size - sizeBefore);

        if (_open.Count > 0)
            _open.Peek().Add(node, height, endHere, _entries, _items);
        else
            _root = node;
    }

    private void Follow(AnchorAlias alias)
    {
        var (start, end) = (edits.InFile(alias.Start.Index), edits.InFile(alias.End.Index));
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var anchored))
            Fault = new ReadingFault(start, end, $"there is no anchor '&{name}' above{NearestName.Advice(name, _anchors.Keys)}");
        else if (anchored is null)
            Fault = new ReadingFault(start, end, $"'*{name}' stands within '&{name}' itself");
        else if (_open.Count + anchored.Height > ReadingLimits.Depth)
            Fault = new ReadingFault(start, end, $"lists and maps stand in each other more than {ReadingLimits.Depth} deep");
        else if ((_size += anchored.Size) - _events > ReadingLimits.AliasedNodes)
            Fault = new ReadingFault(start, end, $"the aliases up to '*{name}' stand for more than {ReadingLimits.AliasedNodes} values");
        else
            Keep(anchored.Node, null, anchored.Height, _size, end);
    }

    private YamlScalar ToNode(Scalar scalar)
    {
        var start = ReadPosition.Value(original, scalar, edits);
        var end = edits.InFile(scalar.End.Index);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            end = ReadPosition.WithoutBreaks(original, start, end);

        return new YamlScalar(_pool.Shared(scalar.Value), scalar.Style == ScalarStyle.Plain, source, start, Math.Max(start, end));
    }

    private void CloseAll()
    {
        KeysAtFault = [.. _open.Reverse().Select(static collection => collection.Key).TakeWhile(static key => key is not null).Select(static key => key!)];
        while (_open.Count > 0)
        {
            var collection = _open.Pop();
            Keep(Close(collection, collection.EndOfContent), null, collection.Height, collection.SizeBefore);
        }
    }

    private sealed record Anchored(YamlNode Node, int Height, long Size);
}
