namespace ConnectionGen.TestbedFiles.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Valid => Corpus.Files("valid");

    public static TheoryData<string> Invalid => Corpus.Files("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_has_nothing_to_complain_about(string name)
    {
        var document = Corpus.Read("valid", name);

        Assert.Equal([], document.Problems.Where(static problem => problem.Severity != ProblemSeverity.Info));
        Assert.NotNull(document.Root);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_file_is_complained_about_where_it_says(string name)
    {
        var document = Corpus.Read("invalid", name);
        var expected = Corpus.Expected(Corpus.Text("invalid", name));

        Assert.NotEmpty(expected);
        Assert.True(expected.SequenceEqual(Corpus.Found(document), StringComparer.Ordinal),
            $"expected {string.Join("; ", expected)}\nfound    {string.Join("\n         ", document.Problems.Where(static p => p.Severity != ProblemSeverity.Info))}");
    }

    [Fact]
    public void There_are_enough_of_both()
    {
        Assert.InRange(Valid.Count, 25, int.MaxValue);
        Assert.InRange(Invalid.Count, 150, int.MaxValue);
    }
}
