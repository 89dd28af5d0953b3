using Microsoft.CodeAnalysis.CSharp;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class AliasTests
{
    private static Generated With(string call) =>
        Project.Of(Echo, Usings + $"public static class Use {{ public static async Task Of(Device d, string text) {{ await Task.Yield(); _ = {call}; }} }}").Generate();

    [Theory]
    [InlineData("await d.ConnectAsync(alias: \"vty_1\", via: \"p\")")]
    [InlineData("await d.ConnectAsync(via: text, alias: \"vty_1\")")]
    [InlineData("await d.ConnectAsync(\"vty_1\", \"p\")")]
    [InlineData("d.Connect(\"vty_1\")")]
    [InlineData("d.Instantiate(@\"vty_1\")")]
    [InlineData("d.Instantiate<EchoConnection>(\"\"\"vty_1\"\"\")")]
    [InlineData("await d.ConnectAsync<EchoConnection>(alias: \"vty_1\")")]
    [InlineData("await d.ConnectEchoAsync(\"vty_1\")")]
    [InlineData("d.InstantiateEcho(alias: \"vty_1\")")]
    [InlineData("await d.ConnectEchoPoolAsync(3, \"vty_1\", \"p\")")]
    [InlineData("d.ConnectPool<EchoConnection>(alias: \"vty_1\", poolSize: 3)")]
    [InlineData("d?.Connect(\"vty_1\")")]
    [InlineData("d.ConnectionManager.Connect(\"vty_1\")")]
    public void A_constant_alias_becomes_a_property(string call)
    {
        var generated = With(call).Compiles();
        Assert.Contains("ConnectionHandle vty_1 => device.Alias(\"vty_1\");", generated["ConnectionGen-Aliases.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d.Connect(text)")]
    [InlineData("d.Connect(\"not an identifier\")")]
    [InlineData("d.Connect(\"1st\")")]
    [InlineData("d.Connect(\"\")")]
    [InlineData("d.Connect(via: \"mgmt\")")]
    [InlineData("d.Connect(text, \"mgmt\")")]
    [InlineData("d.Connect($\"{text}\")")]
    [InlineData("d.IsConnected(\"vty_1\")")]
    [InlineData("d.Alias(\"vty_1\")")]
    public void Another_text_does_not(string call) => Assert.DoesNotContain("ConnectionGen-Aliases.g.cs", With(call).Compiles().Files);

    [Fact]
    public void Aliases_are_verbatim_and_sorted_whatever_they_are()
    {
        var generated = With("(d.Connect(\"Zeta\"), d.Connect(\"class\"), d.Connect(\"device\"), d.Connect(\"čidlo\"), d.Connect(\"alpha\"), d.Connect(\"partial\"), d.Connect(\"Zeta\"))").Compiles();
        Snapshot.Matches(generated, "ConnectionGen-Aliases.g.cs");
    }

    [Fact]
    public void Default_aliases_of_testbeds_become_properties()
    {
        var project = Project.Of(Echo, "public static class Use { public static object Of(global::ConnectionGen.Device d) => d.ironman.Connection; }").With("/project/lab.yaml", Yaml);
        project.Generate().Compiles();
    }

    [Fact]
    public void An_older_language_has_no_extension_properties()
    {
        var project = Project.Of(Echo, "public static class Use { public static object Of(global::ConnectionGen.Device d) => d.Connect(\"vty_1\"); }") with { Language = new CSharpParseOptions(LanguageVersion.CSharp13) };
        Assert.DoesNotContain("ConnectionGen-Aliases.g.cs", project.Generate().Compiles().Files);
    }
}
