using System.Text;
using ConnectionGen.TestSupport;
using CsCheck;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>Whatever a testbed file holds, the build goes on: no analyzer and no generator fails over it.</summary>
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const int Files = 300;

    [Fact]
    public async Task A_damaged_file_troubles_neither_analyzer_nor_generator()
    {
        var file = Encoding.UTF8.GetBytes(Labs.LabYaml);
        await Gen.Int.SampleAsync(
            async seed =>
            {
                var yaml = Encoding.UTF8.GetString(HostileBytes.Mistaken(file, seed));
                Assert.Null(Loose.GenerateOver(yaml));
                Assert.DoesNotContain(await Loose.AnalyzeAsync("", yaml), static diagnostic => diagnostic.Id == "AD0001");
            },
            iter: Files,
            threads: 1);
        output.WriteLine($"{Files} damaged files; a failure names its seed");
    }

    public static TheoryData<string> Attacks => ["aliases of aliases", "lists in lists", "a hundred megabytes", "NUL", "no UTF-8"];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_is_made_to_hurt_is_said_and_troubles_neither(string attack)
    {
        var (yaml, said) = attack switch
        {
            "aliases of aliases" => (HostileTexts.AliasesOfAliases(), "stand for more than 5000000 values"),
            "lists in lists" => (HostileTexts.ListsInLists(100_000), "more than 100 deep"),
            "a hundred megabytes" => (new string(' ', 100 * 1024 * 1024), "at most 64 million are read"),
            "NUL" => ("devices: {r1: {os: \0}}", "CG2001"),
            _ => (Encoding.UTF8.GetString([.. "devices: {r1: {soft: '"u8, 0xC3, 0x28, 0xFF, .. "'}}"u8]), "'soft' is no key of a device"),
        };

        Assert.Null(Loose.GenerateOver(yaml));
        var found = await Loose.AnalyzeAsync("", yaml);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        Assert.Contains(found, diagnostic => diagnostic.ToString().Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("\uD83D")]
    [InlineData("\0")]
    [InlineData("%{")]
    [InlineData("a:\n")]
    public async Task A_piece_many_times_over_troubles_neither(string piece)
    {
        var yaml = new StringBuilder("devices: ").Insert(9, piece, 50_000).ToString();

        Assert.Null(Loose.GenerateOver(yaml));
        Assert.DoesNotContain(await Loose.AnalyzeAsync("", yaml), static diagnostic => diagnostic.Id == "AD0001");
    }
}
