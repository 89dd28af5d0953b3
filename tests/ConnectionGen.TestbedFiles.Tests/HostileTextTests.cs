using System.Text;
using CsCheck;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>Whatever a text holds, reading it ends, throws nothing and says where the fault is.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] s_pieces =
    [
        "\n", "\r\n", "\r", "  ", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!t ", "|", ">-", "|2", "'", "\"", "\\", "%", "%{", "%ENV{", "@", "`",
        "<<: ", "---\n", "...\n", "\uFEFF", "\0", "\u0085", "\u2028", "😀", "\uD83D", "devices:", "connections:", "defaults: {via: x}", "extends: a", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n",
    ];

    private static readonly string[] s_texts =
        [.. new[] { "valid", "invalid" }.SelectMany(static kind => Corpus.Files(kind).Select(name => Corpus.Text(kind, name.Data))).Where(static text => text.Length < 5000)];

    [Fact]
    public void Files_with_mistakes_at_random_are_read()
    {
        var mistake = Gen.Select(Gen.Double.Unit, Gen.Int[0, 12], OneOf(s_pieces), Gen.Int[0, 3]);
        Gen.Select(OneOf(s_texts), mistake.List[1, 6]).Sample(
            (text, mistakes) => IsReadSoundly(mistakes.Aggregate(text, static (t, m) => Mistaken(t, m.Item1, m.Item2, m.Item3, m.Item4))),
            iter: 5_000);
    }

    [Fact]
    public void Texts_of_nothing_but_punctuation_are_read() =>
        OneOf(s_pieces).Array[0, 60].Sample(static pieces => IsReadSoundly(string.Concat(pieces)), iter: 5_000);

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: {b: ")]
    [InlineData("&a ")]
    [InlineData("!a ")]
    [InlineData("|\n")]
    [InlineData("\"")]
    [InlineData("'\n")]
    [InlineData("a:\n")]
    [InlineData("%ENV{")]
    [InlineData("#")]
    [InlineData("<<<<<<< a\n")]
    public void A_piece_many_times_over_is_read(string piece) =>
        Assert.True(IsReadSoundly(new StringBuilder().Insert(0, piece, 20_000).ToString()));

    [Fact]
    public void A_value_that_the_parser_ends_behind_the_text_ends_with_it() =>
        Assert.True(IsReadSoundly("!t  #|2,-  {\uD83D---\n"));

    [Fact]
    public void Depth_is_limited()
    {
        Assert.DoesNotContain(Read(HostileTexts.ListsInLists(ReadingLimits.Depth - 1)).Problems, static problem => problem.Id == "CG2001");
        var problem = Assert.Single(Read(HostileTexts.ListsInLists(ReadingLimits.Depth)).Problems);
        Assert.Equal("lab.yaml(1,109): error CG2001: lists and maps stand in each other more than 100 deep", problem.ToString());
    }

    [Fact]
    public void Depth_through_aliases_is_limited()
    {
        var text = new StringBuilder("x-0: &a0 [end]\n");
        for (var i = 1; i < 200; i++)
            text.Append("x-").Append(i).Append(": &a").Append(i).Append(" [*a").Append(i - 1).Append("]\n");

        Assert.Contains("more than 100 deep", Read(text.Append("devices: {}\n").ToString()).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_aliases_stand_for_is_limited()
    {
        var document = Read(HostileTexts.AliasesOfAliases());
        Assert.Equal("CG2001", document.Problems[0].Id);
        Assert.Contains("stand for more than 5000000 values", document.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merges_of_merges_are_limited()
    {
        var text = new StringBuilder("x-0: &a0 {" + string.Join(", ", Enumerable.Range(0, 1000).Select(static i => $"k{i}: v")) + "}\n");
        for (var i = 1; i < 10_000; i++)
            text.Append("x-").Append(i).Append(": &a").Append(i).Append(" {<<: *a").Append(i - 1).Append("}\n");

        Assert.Contains(Read(text.Append("devices: {}\n").ToString()).Problems, static problem => problem.Id == "CG2001");
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_read()
    {
        var problem = Assert.Single(Read(new string(' ', ReadingLimits.Length + 1)).Problems);
        Assert.Equal("lab.yaml(1,1): error CG2001: the file has 64 million characters; at most 64 million are read", problem.ToString());
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var text = "devices:\n" + string.Concat(Enumerable.Range(0, 1000).Select(static i => $"  r{i}: {{os: ios}}\n"));
        Assert.ThrowsAny<OperationCanceledException>(() => TestbedReader.Read(text, "lab.yaml", new CancellationToken(canceled: true)));
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static TestbedDocument Read(string text) => TestbedReader.Read(text, "lab.yaml", CancellationToken.None);

    private static string Mistaken(string text, double where, int length, string piece, int kind)
    {
        var at = (int)(where * text.Length);
        var count = Math.Min(length, text.Length - at);
        return kind switch
        {
            0 => text.Remove(at, count),
            1 => text.Insert(at, piece),
            2 => text.Remove(at, count).Insert(at, piece),
            _ => text.Insert(at, text.Substring(at, count)),
        };
    }

    /// <summary>Every problem has a place within the text, and so has every device and path.</summary>
    private static bool IsReadSoundly(string text)
    {
        var document = Read(text);
        var ranges = document.Problems.Select(static problem => problem.Range)
            .Concat(document.Devices.SelectMany(static device => (FileRange[])[device.Key.Range, device.Body.Range, .. device.Paths.Select(static path => path.Key.Range)]));
        // places are counted anew from the start of the text: a thousand of them will do
        foreach (var range in ranges.Take(1000))
        {
            if (!IsWithin(range, text))
                Assert.Fail($"{range} to {range.End} in {text.Length}: {string.Concat(text.Select(static c => c < ' ' ? $"\\x{(int)c:x2}" : $"{c}"))}");
        }

        Assert.All(document.Devices, static device => Assert.All(device.Paths, path => Assert.True(device.HasPath(path.Name))));
        return true;
    }

    private static bool IsWithin(FileRange range, string text) =>
        range.Start.Offset >= 0 && range.End.Offset >= range.Start.Offset && range.End.Offset <= text.Length
        && range.Start.Line >= 1 && range.Start.Column >= 1 && IsAt(range.Start, text) && IsAt(range.End, text);

    /// <summary>Whether line and column lead to the offset, counted anew.</summary>
    private static bool IsAt(FilePosition position, string text)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        for (var at = start; at < position.Offset && at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')))
            {
                line++;
                start = at + 1;
            }
        }

        return (position.Line, position.Column) == (line, Math.Max(position.Offset - start, 0) + 1);
    }
}
