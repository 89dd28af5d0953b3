using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.TestbedClassAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class MemberNameTests
{
    private const string Bed = """
        [Testbed("lab.yaml")]
        public partial class Bed
        {
            public int Own => 1;
        }
        """;

    private static DiagnosticResult At(int line, int column, string message) =>
        new DiagnosticResult(TestbedFileRules.SameIdentifier).WithLocation("/0/lab.yaml", line, column).WithMessage(message);

    [Fact]
    public Task Two_devices_of_one_identifier_are_told_at_the_later_one() => new Test(Bed, null,
        At(3, 3, "'r1' becomes 'R1_' in C#, because 'r-1' becomes 'R1'").WithLocation("/0/lab.yaml", 2, 3)).WithItem("lab.yaml", """
        devices:
          r-1: {connections: {mgmt: {command: x}}}
          r1: {connections: {mgmt: {command: x}}}
        """).PassAsync();

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("devices", "Devices")]
    [InlineData("bed", "Bed")]
    [InlineData("own", "Own")]
    [InlineData("to-string", "ToString")]
    public Task A_device_that_has_the_name_of_a_member_is_told(string device, string identifier) => new Test(Bed, null,
        At(2, 3, $"'{device}' becomes '{identifier}_' in C#, because a member of 'Bed' is called that")).WithItem("lab.yaml", $"devices:\n  {device}: {{connections: {{mgmt: {{command: x}}}}}}\n").PassAsync();

    [Fact]
    public Task Paths_are_told_too() => new Test(Bed, null,
        At(4, 22, "'via' becomes 'Via_' in C#, because every class has a member of that name"),
        At(4, 64, "'mgmt.if' becomes 'MgmtIf_' in C#, because 'mgmt-if' becomes 'MgmtIf'").WithLocation("/0/lab.yaml", 4, 41)).WithItem("lab.yaml", """
        devices:
          # names that stand for themselves
          switch: {connections: {class: {command: x}, 10.1.1.1: {command: x}}}
          r1: {connections: {via: {command: x}, mgmt-if: {command: x}, mgmt.if: {command: x}}}
        """).PassAsync();

    [Fact]
    public Task The_lab_is_silent() => new Test(Bed).WithItem("lab.yaml", Labs.LabYaml).PassAsync();
}
