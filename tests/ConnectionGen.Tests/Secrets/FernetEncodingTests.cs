using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Tests.Secrets;

public sealed class FernetEncodingTests
{
    // the published vectors of the specification: verify.json, generate.json, invalid.json
    private const string Key = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
    private const string Hello = "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    [Theory]
    [Behaviour("SS-07")]
    [InlineData(Key, Hello, "hello")]
    // from pyATS's documentation of secret strings
    [InlineData("dSvoKX23jKQADn20INt3W3B5ogUQmh6Pq00czddHtgU=", "gAAAAABdsgvwElU9_3RTZsRnd4b1l3Es2gV6Y_DUnUE8C9y3SdZGBc2v0B2m9sKVz80jyeYhlWKMDwtqfwlbg4sQ2Y0a843luOrZyyOuCgZ7bxE5X3Dk_NY=", "MySecretPassword")]
    public void A_published_token_is_decoded(string key, string token, string text) => Assert.Equal(text, new FernetEncoding(key).Decode(token).Reveal());

    [Fact]
    [Behaviour("SS-07")]
    public void The_published_token_is_made()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(1985, 10, 26, 1, 20, 0, TimeSpan.FromHours(-7)));
        Assert.Equal(Hello, new FernetEncoding(Key, time).Encode(new SecretString("hello"), [.. Enumerable.Range(0, 16).Select(static i => (byte)i)]));
    }

    [Theory]
    [InlineData("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==", "The text was encrypted with another key, or was changed since.")]
    [InlineData("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==", "The text is no Fernet token: it has another length.")]
    [InlineData("%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==", "The text is no Fernet token: it is no base64.")]
    [InlineData("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm", "The text is no Fernet token: it has another length.")]
    [InlineData("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==", "The text is no Fernet token: what it holds cannot be decrypted.")]
    [InlineData("gAAAAAAdwJ6xBQECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAkLhFLHpGtDBRLRTZeUfWgHSv49TF2AUEZ1TIvcZjK1zQ==", "The text is no Fernet token: what it holds cannot be decrypted.")]
    [InlineData("gQAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==", "The text is no Fernet token: it does not begin with version 0x80.")]
    public void An_invalid_token_is_refused_and_not_shown(string token, string message) => Assert.Equal(message, Assert.Throws<SecretEncodingException>(() => new FernetEncoding(Key).Decode(token)).Message);

    [Theory]
    [Behaviour("SS-03", "SS-11")]
    [InlineData("")]
    [InlineData("sixteen letters!")]
    [InlineData("pässwörd 路由器 😀")]
    public void What_is_encoded_with_a_new_key_is_decoded_with_it_alone(string text)
    {
        var encoding = new FernetEncoding(FernetEncoding.GenerateKey());
        var encoded = encoding.Encode(new SecretString(text));

        Assert.Equal(text, encoding.Decode(encoded).Reveal());
        Assert.NotEqual(encoded, encoding.Encode(new SecretString(text)));
        Assert.Throws<SecretEncodingException>(() => new FernetEncoding(FernetEncoding.GenerateKey()).Decode(encoded));
    }

    [Theory]
    [Behaviour("SS-10")]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!")]
    [InlineData("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=cw_0")]
    public void Another_form_of_key_is_refused_with_what_makes_one(string key) => Assert.Equal(
        "A Fernet key is 32 bytes in base64, 44 characters; FernetEncoding.GenerateKey() and 'pyats secret keygen' make one. (Parameter 'key')",
        Assert.Throws<ArgumentException>(() => new FernetEncoding(key)).Message);
}
