using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.DeviceNameAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class DeviceNameTests
{
    private static string Method(string body) => $"class Steps {{ void Run(ConnectionGen.Sample.Lab lab, Testbed any) {{ {body} }} }}";

    [Fact]
    public Task The_message_says_what_was_meant_and_what_there_is() =>
        new Test(
            Method("_ = lab.Devices[{|#0:\"phenix\"|}];"),
            Method("_ = lab.Devices[\"phoenix\"];"),
            new DiagnosticResult(CallRules.UnknownDevice).WithLocation(0).WithSpan("/0/lab.yaml", 1, 1, 1, 8)
                .WithMessage("There is no device 'phenix' in lab.yaml (did you mean 'phoenix'?); its devices are phoenix, r-2")).WithLab().PassAsync();

    [Fact]
    public Task In_a_testbed_that_is_not_known_it_is_a_warning() =>
        new Test(
            Method("_ = any.Devices[{|#0:\"r2\"|}];"),
            Method("_ = any.Devices[\"r-2\"];"),
            new DiagnosticResult("CG1004", DiagnosticSeverity.Warning).WithLocation(0).WithSpan("/0/lab.yaml", 1, 1, 1, 8)
                .WithMessage("There is no device 'r2' in lab.yaml (did you mean 'r-2'?); its devices are phoenix, r-2")).WithLab().PassAsync();

    [Theory]
    [InlineData("_ = lab.Devices[\"phoenix\"]; _ = any.Devices[\"r-2\"];")]
    [InlineData("_ = lab.Devices[\"uut\"];")]
    [InlineData("_ = lab.Devices.TryGetValue(\"maybe\", out var device); _ = lab.Devices.ContainsKey(\"maybe\");")]
    [InlineData("_ = lab.Devices[Environment.MachineName];")]
    [InlineData("using var built = new TestbedBuilder().Build(); _ = built.Devices[\"other\"];")]
    [InlineData("_ = Testbed.Load(\"other.yaml\").Devices[\"other\"]; _ = Testbed.Parse(\"devices:\").Devices[\"other\"];")]
    [InlineData("var own = new { Devices = new Dictionary<string, int>() }; _ = own.Devices[\"other\"];")]
    public Task What_is_right_or_cannot_be_known_is_silent(string body) => new Test(Method(body)).WithLab().PassAsync();
}
