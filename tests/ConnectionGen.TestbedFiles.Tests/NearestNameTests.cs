namespace ConnectionGen.TestbedFiles.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("mgnt", "console,mgmt", "mgmt")]
    [InlineData("mmgt", "console,mgmt", "mgmt")]
    [InlineData("MGMT", "console,mgmt", "mgmt")]
    [InlineData("consol", "console,mgmt", "console")]
    [InlineData("platfrom", "platform,platform_alias", "platform")]
    [InlineData("r1", "r2,r3", "r2")]
    [InlineData("vty_12", "vty_1,vty_2", "vty_1")]
    [InlineData("xyz", "console,mgmt", null)]
    [InlineData("a", "b", null)]
    [InlineData("", "a", null)]
    [InlineData("a", "", null)]
    public void The_name_with_the_fewest_differences_is_meant(string name, string allowed, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, allowed.Split(',')));

    [Fact]
    public void Advice_asks_and_lists()
    {
        Assert.Equal("; did you mean 'mgmt'? There are console, mgmt.", NearestName.Advice("mgnt", ["console", "mgmt"]));
        Assert.Equal(". There is only console.", NearestName.Advice("mgnt", ["console"]));
        Assert.Equal("; there are none.", NearestName.Advice("mgnt", []));
        Assert.EndsWith("n18, n19 and 5 more.", NearestName.Advice("zzz", [.. Enumerable.Range(0, 25).Select(static i => $"n{i}")]), StringComparison.Ordinal);
    }
}
