using System.Text;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Recording;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen.Cli.Tests.Recording;

/// <summary>Secrets are taken out of a record, however they come.</summary>
public sealed class SecretsInRecordTests
{
    private readonly List<SessionEntry> _entries = [];

    private string Lines => string.Join('\n', _entries.Select(static entry => $"{(entry.Direction == SessionDirection.Typed ? '>' : '<')} {entry.Text}"));

    [Fact]
    public void A_secret_in_pieces_is_found()
    {
        var record = Record("hidden");
        foreach (var piece in new[] { "a hi", "dd", "e", "n b", "hidde" })
            record.Received(Encoding.UTF8.GetBytes(piece));
        record.Received("rs"u8);
        record.Flush();
        Assert.Equal("a *** bhidders", string.Concat(_entries.Select(static entry => entry.Text)));
    }

    [Fact]
    public void A_secret_in_pieces_is_found_also_where_the_other_side_speaks_in_between()
    {
        var record = Record("hidden");
        record.Received("r1# hid"u8);
        record.Typed("show clock\r"u8);
        record.Received("den\r\n"u8);
        Assert.Equal("< r1# \n< ***\n> show clock\r\n< \r\n", Lines);
    }

    [Fact]
    public void Nothing_overtakes_what_waits()
    {
        var record = Record("# 1");
        record.Received("r1#"u8);
        record.Typed("show clock\r"u8);
        Assert.Equal("< r1", Lines);
        record.Received(" show"u8);
        Assert.Equal("< r1\n< #\n> show clock\r\n<  show", Lines);
    }

    [Fact]
    public void The_longest_secret_is_the_one_that_is_replaced()
    {
        var record = Record("abc", "abcdef", "xabc");
        record.Received("1 abc"u8);
        record.Received("def 2 abc 3 xabcde"u8);
        record.Received("f 4 xab"u8);
        record.Received("c"u8);
        record.Flush();
        Assert.Equal("1 *** 2 *** 3 *** 4 ***", string.Concat(_entries.Select(static entry => entry.Text)));
    }

    [Theory]
    [InlineData("my hidde", "my ***")]
    [InlineData("my hid", "my ***")]
    [InlineData("my hi", "my hi")]
    [InlineData("my hidden", "my ***")]
    public void Most_of_a_secret_at_the_end_is_one_too(string text, string shown)
    {
        var record = Record("hidden");
        record.Received(Encoding.UTF8.GetBytes(text));
        record.Flush();
        Assert.Equal(shown, string.Concat(_entries.Select(static entry => entry.Text)));
    }

    [Fact]
    public void A_character_in_pieces_is_one()
    {
        var record = Record("gehéim");
        foreach (var one in Encoding.UTF8.GetBytes("é gehéim 😀"))
            record.Received([one]);
        record.Received([0xC3]);
        record.Flush();
        Assert.Equal("é *** 😀", string.Concat(_entries.Select(static entry => entry.Text)).TrimEnd('\uFFFD'));
    }

    [Fact]
    public void A_secret_is_one_from_the_moment_that_it_is_sent()
    {
        var record = Record();
        record.Redactor.Add("later");
        record.Typed("later\r"u8);
        record.Received("later\r\n"u8);
        Assert.Equal("> ***\r\n< ***\r\n", Lines);
    }

    [Fact]
    public void However_texts_are_cut_each_side_is_as_if_it_had_come_at_once()
    {
        for (var seed = 0; seed < 3_000; seed++)
            CutAtRandom(seed);
    }

    private void CutAtRandom(int seed)
    {
        var chance = new Random(seed);
        // of few letters, so that secrets begin in each other
        string Text(int most) => string.Concat(Enumerable.Range(0, chance.Next(1, most)).Select(_ => "abé"[chance.Next(3)]));
        var secrets = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Text(6)).ToArray();
        byte[][] sides = [Encoding.UTF8.GetBytes(Text(60)), Encoding.UTF8.GetBytes(Text(60))];
        _entries.Clear();
        var record = Record(secrets);
        int[] at = [0, 0];
        while (at[0] < sides[0].Length || at[1] < sides[1].Length)
        {
            var side = chance.Next(2);
            var piece = sides[side].AsSpan(at[side], Math.Min(chance.Next(0, 5), sides[side].Length - at[side]));
            at[side] += piece.Length;
            if (side == 0)
                record.Typed(piece);
            else
                record.Received(piece);
        }

        record.Flush();
        var redactor = new Redactor(() => secrets);
        foreach (var (side, direction) in sides.Zip([SessionDirection.Typed, SessionDirection.Received]))
        {
            var text = string.Concat(_entries.Where(entry => entry.Direction == direction).Select(static entry => entry.Text));
            // two that touch are one where they come at once
            Assert.Equal(Compact(redactor.RedactCutOff(Encoding.UTF8.GetString(side))), Compact(text));
        }
    }

    private static string Compact(string text)
    {
        while (text.Contains("******", StringComparison.Ordinal))
            text = text.Replace("******", "***", StringComparison.Ordinal);
        return text;
    }

    private SessionRecord Record(params string[] secrets)
    {
        var recorder = new SessionRecorder(NullLogger.Instance, static () => "'default' of 'r1' via 'cli'");
        recorder.Observe(_entries.Add);
        return new SessionRecord(TimeProvider.System, new Redactor(() => secrets), recorder);
    }
}
