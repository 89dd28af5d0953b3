namespace ConnectionGen.TestbedFiles.Tests;

public sealed class MarkupCallTests
{
    [Theory]
    [InlineData("lab.now", "lab.now", "")]
    [InlineData("lab.now()", "lab.now", "")]
    [InlineData(" lab.f ( a , b ) ", "lab.f", "a|b")]
    [InlineData("lab.f(2.2.2.2)", "lab.f", "2.2.2.2")]
    [InlineData("lab.f('a, b', \"c=d\", '')", "lab.f", "a, b|c=d|")]
    [InlineData("lab.f(a, name='r1', width = 3)", "lab.f", "a|name=r1|width=3")]
    [InlineData("lab.f(x=' kept ')", "lab.f", "x= kept ")]
    public void A_call_has_a_name_and_arguments(string text, string name, string arguments)
    {
        var call = MarkupCall.Parse(text.Trim());

        Assert.NotNull(call);
        Assert.Equal(name, call.Name);
        Assert.Equal(arguments, string.Join('|', call.Arguments.Concat(call.Named.Select(static named => $"{named.Key}={named.Value}"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("lab f")]
    [InlineData("lab.f(a")]
    [InlineData("lab.f(a) b")]
    [InlineData("lab.f('a)")]
    [InlineData("lab.f(,)")]
    [InlineData("lab.f(a=)")]
    [InlineData("lab.f(a=1,a=2)")]
    public void Another_form_is_no_call(string text) => Assert.Null(MarkupCall.Parse(text));

    [Theory]
    [InlineData("abc==", "abc==", null)]
    [InlineData("abc==, prefix=vault", "abc==", "vault")]
    [InlineData("abc== ,prefix = vault", "abc==", "vault")]
    [InlineData("a,b", "a,b", null)]
    [InlineData("a,b,prefix=c", "a,b", "c")]
    public void An_encoded_text_may_name_its_encoding(string argument, string text, string? prefix) => Assert.Equal(new EncodedText(text, prefix), EncodedText.Parse(argument));

    [Theory]
    [InlineData("ASK()", "%ASK{}")]
    [InlineData("ASK(Which one?)", "%ASK{Which one?}")]
    [InlineData("ENC(abc==)", "%ENC{abc==}")]
    [InlineData("ENC(abc)x", "ENC(abc)x")]
    [InlineData("MASK()", "MASK()")]
    [InlineData("ASK(})", "ASK(})")]
    [InlineData("%ENC{a}", "%ENC{a}")]
    public void The_old_forms_are_todays(string old, string today) => Assert.Equal(today, Markup.FromOldForm(old));
}
