using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Recording;

/// <summary>A piece of a record and its line.</summary>
public sealed class SessionEntryTests
{
    public static TheoryData<string> Texts =>
    [
        "show version\r", "", " ", "\r\nr1# ", "\u0003", "\e[0;0R", "\"quoted\" and \\", "tab\tand \0", "é ü 漢 😀", "a\u2028b\u2029c\u0085d", "# no remark", "\uFFFD\uFEFF",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_line_is_read_as_it_was_written(string text)
    {
        var entry = new SessionEntry(TimeSpan.FromMilliseconds(1_250), SessionDirection.Received, text);
        Assert.True(SessionEntry.TryParse(entry.ToString(), out var read));
        Assert.Equal(entry, read);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_simulation_reads_the_line_too(string text)
    {
        var entry = new SessionEntry(TimeSpan.FromMilliseconds(62), SessionDirection.Typed, text);
        Assert.Equal(new TranscriptEntry(TimeSpan.FromMilliseconds(62), TranscriptDirection.Typed, text), Assert.Single(SessionRecording.Parse(entry + "\n").Entries));
    }

    [Fact]
    public void A_line_has_time_direction_and_text()
    {
        Assert.Equal("""0.005 typed "show clock\r" """.TrimEnd(), new SessionEntry(TimeSpan.FromMilliseconds(5), SessionDirection.Typed, "show clock\r").ToString());
        Assert.Equal("""90.000 sent "r1#" """.TrimEnd(), new SessionEntry(TimeSpan.FromSeconds(90), SessionDirection.Received, "r1#").ToString());
    }

    [Fact]
    public void Half_a_character_is_a_line_all_the_same() => Assert.Equal("0.000 typed \"a\uFFFDb\"", new SessionEntry(default, SessionDirection.Typed, "a\uD83Db").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("# 2026-01-01")]
    [InlineData("1.000 typed")]
    [InlineData("1.000 typed \"show ver")]
    [InlineData("1.000 typed \"a\" \"b\"")]
    [InlineData("1.000 typed 5")]
    [InlineData("1.000 said \"a\"")]
    [InlineData("-1.000 typed \"a\"")]
    [InlineData("99999999999999999999 typed \"a\"")]
    [InlineData("now typed \"a\"")]
    public void What_is_no_piece_is_not_read(string line)
    {
        Assert.False(SessionEntry.TryParse(line, out var entry));
        Assert.Null(entry);
    }
}
