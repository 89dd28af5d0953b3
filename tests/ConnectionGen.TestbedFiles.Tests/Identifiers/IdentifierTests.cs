namespace ConnectionGen.TestbedFiles.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("phoenix", "Phoenix")]
    [InlineData("r-2", "R2")]
    [InlineData("n7k-1", "N7k1")]
    [InlineData("mgmt-if", "MgmtIf")]
    [InlineData("Ethernet4/1", "Ethernet4_1")]
    [InlineData("GigabitEthernet0/0/0/1.100", "GigabitEthernet0_0_0_1_100")]
    [InlineData("10.1.1.1", "_10_1_1_1")]
    [InlineData("10--1", "_10_1")]
    [InlineData("vty_1", "Vty_1")]
    [InlineData("_private", "_private")]
    [InlineData("3rd floor switch", "_3rdFloorSwitch")]
    [InlineData("-lead-and-trail-", "LeadAndTrail")]
    [InlineData("switch", "Switch")]
    [InlineData("čidlo-é1", "ČidloÉ1")]
    [InlineData("路由器", "路由器")]
    [InlineData("a\u200Db", "AB")]
    [InlineData("<placeholder>", "Placeholder")]
    [InlineData("\U0001F600", "_")]
    [InlineData("...", "_")]
    [InlineData("", "_")]
    public void A_name_becomes_an_identifier(string name, string identifier)
    {
        Assert.Equal(identifier, Identifier.FromName(name));
        Assert.True(Identifier.IsValid(identifier));
    }

    [Theory]
    [InlineData("vty_1", true)]
    [InlineData("_1", true)]
    [InlineData("1st", false)]
    [InlineData("a-b", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    public void A_text_is_an_identifier_or_not(string text, bool valid) => Assert.Equal(valid, Identifier.IsValid(text));
}
