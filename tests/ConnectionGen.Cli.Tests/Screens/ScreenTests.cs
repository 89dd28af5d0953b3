using System.Text;
using ConnectionGen.Cli.Screens;

namespace ConnectionGen.Cli.Tests.Screens;

public class ScreenTests
{
    [Theory]
    [InlineData("a\r\nb\nc", "a\nb\nc")]
    [InlineData("a\r\r\nb", "a\nb")]
    [InlineData("abc\rXY", "XYc")]
    [InlineData("abc\b\bX", "aXc")]
    [InlineData("ab\b \bc", "ac")]
    [InlineData("\b\bx", "x")]
    [InlineData("10%\r20%\r100%\r\ndone", "100%\ndone")]
    [InlineData("\e[1;32mgreen\e[0m\e[K", "green")]
    [InlineData("\e[?2004hr1# ", "r1# ")]
    [InlineData("\e[?2004l\rout\r\n", "out\n")]
    [InlineData("\e]0;title\ar1# ", "r1# ")]
    [InlineData("\e]0;title\e\\r1# ", "r1# ")]
    [InlineData("\e(B\e)0\e=\e>\e7r1", "r1")]
    [InlineData("old text\r\e[Knew", "new")]
    [InlineData("abcdef\e[3DX", "abcXef")]
    [InlineData("abcdef\e[3D\e[P", "abcef")]
    [InlineData("abcdef\e[3D\e[2@X", "abcX def")]
    [InlineData("ab\e[4Cc", "ab    c")]
    [InlineData("abc\e[2Gx", "axc")]
    [InlineData("line\e[2J\e[Hnext", "line\nnext")]
    [InlineData("a\0\a\x7f" + "b\tc", "ab\tc")]
    [InlineData("größe\b\b\bX", "grXße")]
    [InlineData("größe\rGRÖSSE", "GRÖSSE")]
    public void Text_is_what_a_terminal_would_show(string sent, string shown)
    {
        Assert.Equal(shown, Show(sent, sent.Length + 10));
        Assert.Equal(shown, Show(sent, 1));
        Assert.Equal(shown, Show(sent, 3));
    }

    [Fact]
    public void Text_that_a_pager_has_erased_is_in_no_line()
    {
        using var screen = new Screen();
        screen.Write("one\r\n --More-- "u8);
        screen.KeepOfLastLine(0);
        screen.Write("\b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\btwo\r\n"u8);
        Assert.Equal("one\ntwo\n", screen.ReadAll());
    }

    [Fact]
    public void A_line_that_the_far_side_wraps_by_overwriting_stays_one_line()
    {
        using var screen = new Screen(columns: 10);
        // as a shell's line editor does at the edge: a blank to wrap, a return, and the text goes on
        screen.Write("0123456789 \rabcdefghij \rxyz\r\n"u8);
        Assert.Equal("0123456789abcdefghijxyz\n", screen.ReadAll());
    }

    [Fact, Behaviour("DG-30")]
    public void Bytes_that_are_no_text_do_no_harm()
    {
        using var screen = new Screen();
        screen.Write([0xC3, (byte)'\n', 0xFF, 0xFE, (byte)'a', (byte)'\b', 0x80, (byte)'\n', .. "r1# "u8]);
        Assert.EndsWith("\nr1# ", screen.ReadAll(), StringComparison.Ordinal);
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            screen.Write(bytes);
        }

        screen.Write("\e\\\r\n"u8);
        screen.Write("\n"u8);
        screen.Clear();
        Assert.Equal("", screen.ReadAll());
    }

    [Fact]
    public void A_title_that_never_ends_does_not_swallow_the_session()
    {
        using var screen = new Screen();
        screen.Write([.. "\e]0;"u8, .. Enumerable.Repeat((byte)'x', 5000), .. "\r\nr1# "u8]);
        Assert.EndsWith("\nr1# ", screen.ReadAll(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_text_is_cut_at_a_line()
    {
        using var screen = new Screen();
        screen.Write("first line\nsecond line\nthird line\nr1# "u8);
        Assert.Equal("third line\nr1# ", screen.ReadTail(15));
        Assert.Equal("first line\nsecond line\nthird line\nr1# ", screen.ReadTail(1000));
    }

    [Fact]
    public void Large_text_comes_back_whole()
    {
        using var screen = new Screen();
        var expected = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            expected.Append(System.Globalization.CultureInfo.InvariantCulture, $"line {i} größe\n");
        expected.Append(new string('x', 600_000)).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(expected.ToString());
        for (var at = 0; at < bytes.Length; at += 4093)
            screen.Write(bytes.AsSpan(at, Math.Min(4093, bytes.Length - at)));
        Assert.Equal(expected.ToString(), screen.ReadAll());
        Assert.Equal(50_001, screen.LineCount);
    }

    private static string Show(string text, int piece)
    {
        using var screen = new Screen();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < bytes.Length; at += piece)
            screen.Write(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
        return screen.ReadAll();
    }
}
