using System.Text.Json;

namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class SecretStringTests
{
    private const string Text = "correct horse";

    [Fact]
    public void A_secret_shows_only_when_revealed()
    {
        var secret = new SecretString(Text);

        Assert.Equal(Text, secret.Reveal());
        Assert.Equal("********", secret.ToString());
        Assert.Equal("********", $"{secret}");
        Assert.Equal("{}", JsonSerializer.Serialize(secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a much longer secret than the others")]
    public void Its_length_does_not_show(string text) => Assert.Equal("********", new SecretString(text).ToString());

    [Fact]
    public void Secrets_are_equal_by_text()
    {
        var secret = new SecretString(Text);
        var same = new SecretString(new string(Text.AsSpan()));

        Assert.True(secret == same);
        Assert.True(secret.Equals((object)same));
        Assert.Equal(secret.GetHashCode(), same.GetHashCode());
        Assert.True(secret != new SecretString("correct horsf"));
        Assert.False(secret.Equals(new SecretString("correct")));
        Assert.False(secret == null);
        Assert.True((SecretString?)null == null);
    }
}
