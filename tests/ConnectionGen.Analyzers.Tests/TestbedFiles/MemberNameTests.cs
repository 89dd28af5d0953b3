using System.Reflection;
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
    [InlineData("name", "Name", "every testbed has a member of that name")]
    [InlineData("devices", "Devices", "every testbed has a member of that name")]
    [InlineData("to-string", "ToString", "every testbed has a member of that name")]
    [InlineData("named-links", "NamedLinks", "every testbed has a member of that name")]
    [InlineData("bed", "Bed", "a member of 'Bed' is called that")]
    [InlineData("own", "Own", "a member of 'Bed' is called that")]
    public Task A_device_that_has_the_name_of_a_member_is_told(string device, string identifier, string reason) => new Test(Bed, null,
        At(2, 3, $"'{device}' becomes '{identifier}_' in C#, because {reason}")).WithItem("lab.yaml", $"devices:\n  {device}: {{connections: {{mgmt: {{command: x}}}}}}\n").PassAsync();

    [Fact]
    public void The_members_of_every_testbed_are_those_of_the_class()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        var members = typeof(Testbed).GetMembers(All)
            .Where(static member => member is MethodInfo { IsSpecialName: false } method ? method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly : member is PropertyInfo { GetMethod: { IsPublic: true } or { IsFamily: true } })
            .Select(static member => member.Name);

        Assert.Equal(members.Append("NamedLinks").Distinct().Order(StringComparer.Ordinal), TestbedFiles.MemberNames.OfTestbed);
    }

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
    public Task Interfaces_are_told_too() => new Test(Bed, null,
        At(5, 39, "'eth0/1' becomes 'Eth0_1_' in C#, because 'eth0.1' becomes 'Eth0_1'").WithLocation("/0/lab.yaml", 5, 18),
        At(5, 58, "'count' becomes 'Count_' in C#, because the class of a device's interfaces has a member of that name")).WithItem("lab.yaml", """
        devices:
          r1: {connections: {mgmt: {command: x}}}
        topology:
          r1:
            interfaces: {"eth0.1": {type: x}, eth0/1: {type: x}, count: {type: x}}
        """).PassAsync();

    [Fact]
    public Task Links_are_told_too_those_that_only_interfaces_name_as_well() => new Test(Bed, null,
        At(7, 40, "'a-b' becomes 'AB_' in C#, because 'a b' becomes 'AB'").WithLocation("/0/lab.yaml", 5, 5),
        At(7, 68, "'names' becomes 'Names_' in C#, because the class of a testbed's links has a member of that name")).WithItem("lab.yaml", """
        devices:
          r1: {connections: {mgmt: {command: x}}}
        topology:
          links:
            a b:
          r1:
            interfaces: {eth0: {type: x, link: a-b}, eth1: {type: x, link: names}}
        """).PassAsync();

    [Fact]
    public Task An_alias_that_meets_a_name_or_another_alias_is_told() => new Test(Bed, null,
        At(6, 33, "the alias 'eth-1' gets no member in C#, because 'Eth1' stands for 'eth1'"),
        At(8, 33, "the alias 'up.link' gets no member in C#, because 'UpLink' stands for 'eth1'"),
        At(9, 33, "the alias 'find' gets no member in C#, because the class of a device's interfaces has a member of that name"),
        At(10, 33, "the alias 'eth0' gets no member in C#, because 'Eth0' stands for 'eth0'")).WithItem("lab.yaml", """
        devices:
          r1: {connections: {mgmt: {command: x}}}
        topology:
          r1:
            interfaces:
              eth0: {type: x, alias:    eth-1}
              eth1: {type: x, alias:    up-link}
              eth2: {type: x, alias:    up.link}
              eth3: {type: x, alias:    find}
              eth4: {type: x, alias:    eth0}
              eth5: {type: x, alias:    eth-5}
              eth6: {type: x, alias: "%ENV{UPLINK}"}
        """).PassAsync();

    [Fact]
    public Task The_lab_is_silent() => new Test(Bed).WithItem("lab.yaml", Labs.LabYaml).PassAsync();
}
