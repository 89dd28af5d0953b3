namespace ConnectionGen.Tests.Behaviours;

/// <summary>Each behaviour of the list is shown by a test or does not apply, and docs/behaviours.md says which.</summary>
public sealed class BehaviourTests
{
    private const string Refresh = "CONNECTIONGEN_REFRESH_DOCS";

    private static readonly string s_page = Repository.PathOf("docs", "behaviours.md");

    private static readonly string s_list = Repository.PathOf("tests", "ConnectionGen.Tests", "Behaviours", "behaviours.tsv");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_behaviour_has_a_test_or_a_reason() => Assert.Empty((await ReadAsync()).Problems());

    [Theory]
    [InlineData("CM", 79)]
    [InlineData("DI", 34)]
    [InlineData("CC", 21)]
    [InlineData("SL", 16)]
    [InlineData("CP", 18)]
    [InlineData("SW", 25)]
    [InlineData("PC", 8)]
    [InlineData("TB", 44)]
    [InlineData("CL", 104)]
    [InlineData("PW", 30)]
    [InlineData("PX", 25)]
    [InlineData("SV", 84)]
    [InlineData("SM", 24)]
    [InlineData("DG", 30)]
    public async Task A_group_that_is_filled_is_whole(string group, int count)
    {
        var groups = BehaviourList.Parse(await File.ReadAllTextAsync(s_list, Token));
        var ids = groups.Single(one => one.Prefix == group).Behaviours.Select(static behaviour => behaviour.Id);
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"{group}-{number:00}"), ids);
    }

    [Fact]
    public async Task The_page_in_the_documentation_is_up_to_date()
    {
        var page = (await ReadAsync()).ToMarkdown();
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
        {
            await File.WriteAllTextAsync(s_page, page, Token);
        }

        var found = File.Exists(s_page) ? await File.ReadAllTextAsync(s_page, Token) : "";
        Assert.True(page == found, $"docs/behaviours.md differs from the list and the tests. Run this test with {Refresh}=1 to write it.");
    }

    [Fact]
    public void Ids_are_found_with_the_method_that_follows()
    {
        const string Source = $$"""
            [Fact, {{"Behaviour"}}("AA-01", "AA-02")]
            public async Task First_one() => await Other();

            [Theory]
            [{{"Behaviour"}}(
                "AA-03")]
            [InlineData("x)")]
            public void Second(string text)
            """;
        Assert.Equal(
            [new("AA-01", "First_one", "a.cs"), new("AA-02", "First_one", "a.cs"), new("AA-03", "Second", "a.cs")],
            CarriedIds.In(Source, "a.cs"));
    }

    [Theory]
    [InlineData("AA-01\tone", "", "AA-01 has neither a test nor a reason")]
    [InlineData("AA-01\tone\tdoes not apply", "", null)]
    [InlineData("AA-01\tone", "AA-01", null)]
    [InlineData("AA-01\tone\tdoes not apply", "AA-01", "AA-01 has a reason why it does not apply, and yet a test: T")]
    [InlineData("AA-01\tone", "AA-01 AA-02", "T in a.cs names AA-02, which is not in the list")]
    [InlineData("AA-01\tone", "AA-01 CC-01", "T in a.cs names CC-01, which is not in the list")]
    [InlineData("AA-01\tone", "AA-01 BB-07", null)]
    [InlineData("AA-01\tone\nAA-01\ttwo", "AA-01", "AA-01 is listed twice")]
    public void What_does_not_fit_together_is_a_problem(string list, string carried, string? problem)
    {
        var ids = carried.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => new CarriedId(id, "T", "a.cs"));
        Assert.Equal(problem is null ? [] : [problem], new BehaviourTable(BehaviourList.Parse($"# AA\tFirst\n{list}\n# BB\tNot yet\n"), [.. ids]).Problems());
    }

    [Fact]
    public void A_line_under_another_group_is_refused()
        => Assert.Throws<FormatException>(() => BehaviourList.Parse("# AA\tFirst\nBB-01\tone\n"));

    [Fact]
    public void The_page_shows_what_it_is_and_the_tests_or_why_not()
    {
        var table = new BehaviourTable(
            BehaviourList.Parse("# AA\tFirst\nAA-01\tone\nAA-02\ttwo\tdoes not apply\n"),
            [new("AA-01", "It_works", "tests/a.cs"), new("AA-01", "Twice", "tests/b.cs")]);
        Assert.EndsWith(
            """
            ## AA: First

            | id | what it is here | shown by |
            |---|---|---|
            | AA-01 | one | [It works](../tests/a.cs)<br>[Twice](../tests/b.cs) |
            | AA-02 | two | does not apply |

            """,
            table.ToMarkdown(),
            StringComparison.Ordinal);
    }

    private static async Task<BehaviourTable> ReadAsync()
        => new(BehaviourList.Parse(await File.ReadAllTextAsync(s_list, Token)), CarriedIds.Under(Repository.Root));
}
