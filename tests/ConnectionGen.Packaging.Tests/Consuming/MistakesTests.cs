namespace ConnectionGen.Packaging.Tests.Consuming;

/// <summary>What is wrong in a consumer's project is said once, by an id, and nothing else is said.</summary>
public sealed class MistakesTests(Mistakes mistakes) : IClassFixture<Mistakes>
{
    [Theory]
    [InlineData("NoFile", "error CG3004: The testbed file 'gone.yaml' does not exist; a Testbed item names it")]
    [InlineData("Language12", "error CG3003: ConnectionGen writes C# 13, and C# 14 for aliases; the project's LangVersion is 12. Remove it, or write latest")]
    [InlineData("NoGenerator", "error CG3001: The generator of ConnectionGen does not run in this project")]
    [InlineData("OldSdk", "error CG3002: ConnectionGen needs the .NET SDK 10.0.100 or a later one; this is 9.0.308")]
    [InlineData("Both", "error CG0008: Testbed files call both 'One.EchoConnection' and 'Two.EchoConnection' by the name 'EchoConnection'")]
    public void It_is_one_clear_error(string project, string message)
    {
        Assert.Contains(message, Assert.Single(mistakes.Reports(project)), StringComparison.Ordinal);
        Assert.False(mistakes.IsBuilt(project));
    }

    [Fact]
    public void A_testbed_class_without_an_item_is_told_which_item_to_add() =>
        Assert.Contains("Testbed Include=", Assert.Single(mistakes.Reports("NoItem"), static line => line.Contains(" CG", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_generator_is_a_warning_where_no_testbed_needs_it()
    {
        Assert.Contains("warning CG3001: ", Assert.Single(mistakes.Reports("NoGeneratorNorTestbed")), StringComparison.Ordinal);
        Assert.True(mistakes.IsBuilt("NoGeneratorNorTestbed"));
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("Outsider")]
    [InlineData("Language13")]
    public void What_is_no_mistake_builds(string project)
    {
        Assert.DoesNotContain(mistakes.Reports(project), static line => line.Contains("error", StringComparison.Ordinal) || line.Contains("warning", StringComparison.Ordinal));
        Assert.True(mistakes.IsBuilt(project));
    }
}
