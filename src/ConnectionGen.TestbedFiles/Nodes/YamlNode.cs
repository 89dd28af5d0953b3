namespace ConnectionGen.TestbedFiles;

/// <summary>A node of a YAML file that knows where it stands.</summary>
public abstract class YamlNode
{
    // the lowest bit is a scalar's: a testbed of 10,000 devices has a million nodes, and a field of its own would cost each of them 8 bytes
    private readonly uint _endAndBit;

    private protected YamlNode(YamlSource source, int start, int end, bool bit = false)
    {
        Source = source;
        Start = start;
        _endAndBit = ((uint)end << 1) | (bit ? 1u : 0);
    }

    /// <summary>Where the node stands. A value's anchor and tag are not part of it; a block list or map reaches from its first entry to the end of its last.</summary>
    public FileRange Range => Source.Range(Start, End);

    internal YamlSource Source { get; }

    internal int Start { get; }

    internal int End => (int)(_endAndBit >> 1);

    private protected bool Bit => (_endAndBit & 1) != 0;
}

/// <summary>A text, number or other single value.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string text, bool isPlain, YamlSource source, int start, int end)
        : base(source, start, end, bit: isPlain) => Text = text;

    /// <summary>The value as text; YAML's types are not applied.</summary>
    public string Text { get; }

    /// <summary>True where the value was written without quotes and not as a block.</summary>
    public bool IsPlain => Bit;

    /// <summary>True for an empty plain value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Another text at the same place, such as this one with its markup replaced. It is never <see cref="IsNull"/>.</summary>
    /// <param name="text">The text.</param>
    public YamlScalar WithText(string text) => new(text, isPlain: false, Source, Start, End);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(IReadOnlyList<YamlNode> items, YamlSource source, int start, int end)
        : base(source, start, end) => Items = items;

    /// <summary>The elements in file order.</summary>
    public IReadOnlyList<YamlNode> Items { get; }
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
