namespace ConnectionGen.TestbedFiles.Tests;

public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Valid => Corpus.Files("valid");

    public static TheoryData<string> Invalid => Corpus.Files("invalid");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task A_valid_file_has_nothing_to_complain_about_in_the_build_and_when_loaded(string name)
    {
        var found = await SameVerdictsAsync(Corpus.PathOf("valid", name));

        Assert.Equal([], found.Where(static verdict => verdict.Severity != ProblemSeverity.Info));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task An_invalid_file_is_complained_about_where_it_says_in_the_build_and_when_loaded(string name)
    {
        var path = Corpus.PathOf("invalid", name);
        var expected = Corpus.Expected(Corpus.Text(path));
        var judgesInfo = expected.Any(static line => line.StartsWith("info", StringComparison.Ordinal));
        var found = (await SameVerdictsAsync(path)).Where(verdict => judgesInfo || verdict.Severity != ProblemSeverity.Info)
            .Select(verdict => Corpus.Written(verdict, path)).ToArray();

        Assert.NotEmpty(expected);
        Assert.True(expected.SequenceEqual(found, StringComparer.Ordinal), $"expected\n# {string.Join("\n# ", expected)}\nfound\n# {string.Join("\n# ", found)}");
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task The_command_says_of_an_invalid_file_what_the_build_says(string name)
    {
        var path = Corpus.PathOf("invalid", name);

        var inBuild = await Verdicts.OfPlainBuildAsync(path, Token);

        Assert.Equal(inBuild.Select(Line).Order(StringComparer.Ordinal), Verdicts.OfCommand(path, Token).Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_command_says_of_names_what_the_build_says()
    {
        var path = Corpus.PathOf("names", "collide.yaml");

        var said = Verdicts.OfCommand(path, Token);

        Assert.Equal((await Verdicts.OfPlainBuildAsync(path, Token)).Select(Line).Order(StringComparer.Ordinal), said.Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(Corpus.Expected(Corpus.Text(path)), said.Select(verdict => Corpus.Written(verdict, path)));
    }

    [Fact]
    public void There_are_enough_of_both()
    {
        string[] expected = [.. Invalid.Select(static name => Corpus.Text("invalid", name.Data)).SelectMany(Corpus.Expected)];
        var ids = expected.Select(static line => line.Split(' ')[1]).CountBy(static id => id).OrderBy(static count => count.Key, StringComparer.Ordinal);
        output.WriteLine($"{Valid.Count} valid files; {Invalid.Count} invalid files with {expected.Length} expected problems: {string.Join(", ", ids.Select(static count => $"{count.Key} {count.Value}"))}");

        Assert.InRange(Valid.Count, 25, int.MaxValue);
        Assert.InRange(Invalid.Count, 150, int.MaxValue);
        Assert.All(Rules, id => Assert.Contains(ids, count => count.Key == id));
    }

    /// <summary>What the reader finds; CG2011 is about C# and only the build's to say.</summary>
    private static IEnumerable<string> Rules => Enumerable.Range(2001, 20).Where(static number => number != 2011).Select(static number => $"CG{number}");

    /// <summary>What the build and loading say of a file, which must be the same.</summary>
    private static async Task<IReadOnlyList<Verdict>> SameVerdictsAsync(string path)
    {
        var inBuild = await Verdicts.OfBuildAsync(path, Token);
        var whenLoaded = Verdicts.OfLoading(path);

        Assert.Equal(whenLoaded.Select(Line).Order(StringComparer.Ordinal), inBuild.Select(Line).Order(StringComparer.Ordinal));
        return whenLoaded;
    }

    private static string Line(Verdict verdict) => verdict.ToString();
}
