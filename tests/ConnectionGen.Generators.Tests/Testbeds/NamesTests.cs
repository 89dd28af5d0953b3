using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("timeout", "timeout")]
    [InlineData("termWidth", "term_width")]
    [InlineData("sshPort2", "ssh_port2")]
    [InlineData("useTLS", "use_tls")]
    [InlineData("userHTTPPort", "user_http_port")]
    [InlineData("URL", "url")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("x", "x")]
    [InlineData("", "")]
    public void A_parameter_has_a_key(string parameter, string key) => Assert.Equal(key, ArgumentKey.FromParameter(parameter));

    [Fact]
    public void Names_that_meet_get_an_underscore_whatever_their_order()
    {
        string[] names = ["r-1", "r1", "name", "R1"];
        var identifiers = MemberNames.Distinct(names, ["Name"]);
        Assert.Equal(["R1_", "R1__", "Name_", "R1"], names.Select(n => identifiers[n]));
        Assert.Equal(identifiers.OrderBy(i => i.Key), MemberNames.Distinct(names.Reverse(), ["Name"]).OrderBy(i => i.Key));
    }

    [Fact]
    public void A_name_leaves_room_for_the_types_of_the_others()
    {
        var identifiers = MemberNames.Distinct(["x", "XDevice"], [], "Device");
        Assert.Equal("XDevice", identifiers["XDevice"]);
        Assert.Equal("X_", identifiers["x"]);
    }
}
