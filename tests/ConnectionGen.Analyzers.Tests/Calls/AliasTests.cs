using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.AliasAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class AliasTests
{
    private static string Method(string body, string parameters = "ConnectionGen.Sample.Lab lab") =>
        $$"""
        using ConnectionGen.Sample;
        class Steps
        {
            async Task Run({{parameters}})
            {
                {{body}}
                await Task.Yield();
            }
        }
        """;

    [Fact]
    public Task An_alias_that_no_code_connects_is_pointed_out_with_those_that_are() =>
        new Test(
            Method("await lab.Phoenix.ConnectAsync(alias: \"vty_1\"); await lab.Phoenix.DisconnectAsync({|#0:\"vty_l\"|});"),
            Method("await lab.Phoenix.ConnectAsync(alias: \"vty_1\"); await lab.Phoenix.DisconnectAsync(\"vty_1\");"),
            new DiagnosticResult(CallRules.UnknownAlias).WithLocation(0)
                .WithMessage("Nothing in this project connects 'vty_l' on device 'phoenix' (did you mean 'vty_1'?); it connects ironman, vty_1")).WithLab().PassAsync();

    [Theory]
    [InlineData("_ = lab.R2.Alias({|CG1002:\"other\"|});")]
    [InlineData("_ = lab.R2.Alias<ConnectionGen.Sample.SshConnection>({|CG1002:\"other\"|});")]
    [InlineData("await lab.R2.DestroyAsync({|CG1002:\"other\"|});")]
    [InlineData("await lab.Devices[\"r-2\"].ConnectionManager.DisconnectAsync({|CG1002:\"other\"|});")]
    public Task Every_use_is_checked(string body) => new Test(Method(body)).WithLab().PassAsync();

    [Theory]
    [InlineData("lab.R2.Instantiate(\"made\"); _ = lab.R2.Alias(\"made\");")]
    [InlineData("await lab.R2.ConnectPoolAsync(3, \"made\"); _ = lab.R2.Alias(\"made\");")]
    [InlineData("await lab.R2.ConnectSshAsync(alias: \"made\", width: 3); _ = lab.R2.Alias(\"made\");")]
    [InlineData("_ = lab.Phoenix.Alias(\"ironman\"); _ = lab.R2.Alias(\"default\"); _ = lab.R2.Alias();")]
    [InlineData("_ = lab.R2.IsConnected(\"other\");")]
    [InlineData("await lab.R2.ConnectAsync(alias: Environment.MachineName); _ = lab.R2.Alias(\"other\");")]
    [InlineData("Device any = Testbed.Parse(\"devices:\").Devices[\"x\"]; _ = any.Alias(\"other\");")]
    public Task What_is_made_or_may_be_is_silent(string body) => new Test(Method(body)).WithLab().PassAsync();

    [Fact]
    public Task In_a_library_others_may_connect()
    {
        var test = new Test(Method("_ = lab.R2.Alias(\"other\");")).WithLab();
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        return test.PassAsync();
    }

    [Fact]
    public Task A_device_of_unknown_origin_is_silent() => new Test(Method("_ = device.Alias(\"other\");", "Device device")).WithLab().PassAsync();

    [Theory]
    [InlineData("vty-1", "Alias 'vty-1' of 'phoenix' cannot be used as a member of the device, because it is not an identifier")]
    [InlineData("", "Alias '' of 'phoenix' cannot be used as a member of the device, because it is not an identifier")]
    [InlineData("Name", "Alias 'Name' of 'phoenix' cannot be used as a member of the device, because every device has a member 'Name'")]
    [InlineData("Via", "Alias 'Via' of 'phoenix' cannot be used as a member of the device, because its type has a nested type 'Via'")]
    public Task An_alias_that_cannot_be_a_member_is_an_error(string alias, string message) =>
        new Test(Method($"await lab.Phoenix.ConnectAsync({{|#0:\"{alias}\"|}});"), null, new DiagnosticResult(CallRules.AliasName).WithLocation(0).WithMessage(message)).WithLab().PassAsync();

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(\"vty_1\"); await lab.Phoenix.ConnectAsync(\"default\"); lab.R2.Instantiate(\"class\");")]
    [InlineData("_ = lab.Phoenix.IsConnected(\"vty-1\");")]
    public Task An_identifier_is_silent(string body) => new Test(Method(body)).WithLab().PassAsync();
}
