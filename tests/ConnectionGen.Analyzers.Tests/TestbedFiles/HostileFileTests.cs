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
