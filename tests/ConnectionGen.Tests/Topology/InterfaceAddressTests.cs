using System.Net;

namespace ConnectionGen.Tests.Topology;

public sealed class InterfaceAddressTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", null, null)]
    [InlineData(" 10.0.0.1/24 ", "10.0.0.1/24", "10.0.0.0/24", "255.255.255.0")]
    [InlineData("10.1.2.3/0", "10.1.2.3/0", "0.0.0.0/0", "0.0.0.0")]
    [InlineData("10.1.2.3/32", "10.1.2.3/32", "10.1.2.3/32", "255.255.255.255")]
    [InlineData("10.1.2.3/255.255.254.0", "10.1.2.3/23", "10.1.2.0/23", "255.255.254.0")]
    [InlineData("10.1.2.3/0.0.0.255", "10.1.2.3/24", "10.1.2.0/24", "255.255.255.0")]
    [InlineData("10.1.2.3/0.0.0.0", "10.1.2.3/32", "10.1.2.3/32", "255.255.255.255")]
    [InlineData("2001:db8::1/64", "2001:db8::1/64", "2001:db8::/64", "ffff:ffff:ffff:ffff::")]
    [InlineData("::1", "::1", null, null)]
    public void An_address_with_its_network(string text, string expected, string? network, string? mask)
    {
        Assert.True(InterfaceAddress.TryParse(text, out var address));
        Assert.Equal((expected, network, mask), (address.ToString(), address.Network?.ToString(), address.Mask?.ToString()));
        Assert.True(InterfaceAddress.TryParse(address.ToString(), out var again));
        Assert.Equal(address, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.1/33")]
    [InlineData("10.0.0.1/-1")]
    [InlineData("10.0.0.1/")]
    [InlineData("10.0.0.1/24/24")]
    [InlineData("10.0.0.1/255.0.255.0")]
    [InlineData("10.0.0.1/::")]
    [InlineData("2001:db8::1/129")]
    [InlineData("2001:db8::1/255.255.0.0")]
    [InlineData("host")]
    public void Another_text_is_none(string text) => Assert.False(InterfaceAddress.TryParse(text, out _));

    [Fact]
    public void A_prefix_is_no_longer_than_its_address()
    {
        Assert.Throws<ArgumentOutOfRangeException>("prefixLength", static () => new InterfaceAddress(IPAddress.Loopback, 33));
        Assert.Throws<ArgumentOutOfRangeException>("prefixLength", static () => new InterfaceAddress(IPAddress.Loopback, -1));
        Assert.Equal("::1/128", new InterfaceAddress(IPAddress.IPv6Loopback, 128).ToString());
    }
}
