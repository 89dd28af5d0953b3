namespace ConnectionGen.Tests.Secrets;

public sealed class ObscuringEncodingTests
{
    [Theory]
    [Behaviour("SS-02", "SS-05", "SS-11")]
    // from pyATS's documentation of secret strings, and from published testbeds
    [InlineData("wr3DssK0w5nDlsORw4nDmcK2w4LDqMOfw6vDjsOdw4k=", "MySecretPassword")]
    [InlineData("w53DssKBw6fDmMOCw5bDisOa", "my secret")]
    [InlineData("w5PDosOUw5fDosKQwpbCmMKH", "cisco123!")]
    [InlineData("w5PDosOUw5fDosK-w4nDk8OHw4PDocOR", "cisco_enable")]
    public void A_published_text_is_decoded_and_made(string encoded, string text)
    {
        var encoding = new ObscuringEncoding();

        Assert.True(encoding.HasUsualKey);
        Assert.Equal(text, encoding.Decode(encoded).Reveal());
        Assert.Equal(encoded, encoding.Encode(new SecretString(text)));
    }

    [Theory]
    [Behaviour("SS-03", "SS-05")]
    [InlineData("")]
    [InlineData("a password that is longer than the key of pyATS is")]
    [InlineData("pässwörd ÿ")]
    public void A_key_of_ones_own_is_needed_to_decode(string text)
    {
        var encoding = new ObscuringEncoding(ObscuringEncoding.GenerateKey());
        var encoded = encoding.Encode(new SecretString(text));

        Assert.False(encoding.HasUsualKey);
        Assert.Equal(text, encoding.Decode(encoded).Reveal());
        Assert.True(text.Length == 0 || new ObscuringEncoding().Decode(encoded).Reveal() != text);
    }

    [Theory]
    [InlineData("no base64 at all")]
    [InlineData("/////w==")]
    [InlineData("6Lev")]
    public void Another_text_is_refused_and_not_shown(string encoded)
    {
        var error = Assert.Throws<SecretEncodingException>(() => new ObscuringEncoding().Decode(encoded));

        Assert.Equal("The text is not of pyATS's obscuring encoding.", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void What_it_cannot_hold_is_refused() => Assert.Equal(
        "The obscuring encoding holds only characters up to U+00FF; FernetEncoding holds any.",
        Assert.Throws<SecretEncodingException>(() => new ObscuringEncoding().Encode(new SecretString("路"))).Message);

    [Fact]
    public void An_empty_key_is_refused() => Assert.StartsWith("The key is empty.", Assert.Throws<ArgumentException>(() => new ObscuringEncoding(" ")).Message, StringComparison.Ordinal);
}
