using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class SecretStringTests
{
    private const string Text = "correct horse";

    [Fact]
    [Behaviour("SS-01", "CR-11")]
    public void A_secret_shows_only_when_revealed()
    {
        var secret = new SecretString(Text);

        Assert.Equal(Text, secret.Reveal());
        Assert.Equal("********", secret.ToString());
        Assert.Equal("********", $"{secret}");
        Assert.Equal("\"********\"", JsonSerializer.Serialize(secret));
        Assert.Equal("********", string.Create(CultureInfo.InvariantCulture, $"{secret,3}"));
        Assert.Equal(Text, JsonSerializer.Deserialize<SecretString>($"\"{Text}\"")?.Reveal());
    }

    [Fact]
    public void A_record_that_holds_a_secret_shows_asterisks()
    {
        var login = new Login("admin", new SecretString(Text));

        Assert.Equal("Login { User = admin, Password = ******** }", login.ToString());
        Assert.Equal("{\"User\":\"admin\",\"Password\":\"********\"}", JsonSerializer.Serialize(login));
    }

    [Fact]
    public void A_debugger_shows_asterisks()
    {
        Assert.Equal("********", typeof(SecretString).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        Assert.All(
            typeof(SecretString).GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            static field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
        Assert.Empty(typeof(SecretString).GetProperties());
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

    private sealed record Login(string User, SecretString Password);
}
