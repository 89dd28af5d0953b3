using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class TestbedTests
{
    private const string Lab = "using ConnectionGen; namespace Labs; [Testbed(\"lab.yaml\")] public partial class Lab;";

    [Fact]
    public void A_testbed_gets_a_property_and_a_type_a_device()
    {
        Snapshot.Matches(Project.Of(Lab).With("/project/lab.yaml", Yaml + """

              n7k-1:
                os: nxos
                connections:
                  console:
                    protocol: telnet
                    ip: 10.9.8.7
                    password: topsecret
              10.1.1.1:
                custom: { a: b }
            """).Generate().Compiles());
    }

    [Theory]
    [InlineData("extends: parts/base.yaml\ndevices:\n  above:\n    os: ios\n", "/project/parts/base.yaml")]
    [InlineData("extends: ../shared/base.yaml\ndevices:\n  above:\n    os: ios\n", "/shared/base.yaml")]
    public void Devices_of_an_extended_file_are_members_too(string yaml, string below)
    {
        var text = Project.Of(Lab).With("/project/lab.yaml", yaml).With(below, "devices:\n  below:\n    connections:\n      mgmt:\n        ip: 192.0.2.1\n")
            .Generate().Compiles()["Labs.Lab-Testbed.g.cs"];
        Assert.Contains("AboveDevice Above", text, StringComparison.Ordinal);
        Assert.Contains("BelowDevice Below", text, StringComparison.Ordinal);
        Assert.Contains("Mgmt = \"mgmt\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_extended_file_leaves_the_files_own_devices()
    {
        var text = Project.Of(Lab).With("/project/lab.yaml", "extends: gone.yaml\ndevices:\n  above:\n    os: ios\n").Generate().Compiles()["Labs.Lab-Testbed.g.cs"];
        Assert.Contains("AboveDevice Above", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_and_no_secret_reaches_the_code()
    {
        var text = Project.Of(Lab).With("/project/lab.yaml", """
            testbed: { credentials: { default: { username: admin, password: topsecret } } }
            devices:
              r1:
                os: linux
                connections:
                  mgmt: { protocol: ssh, ip: 192.0.2.77, port: 2222, arguments: { password: hidden } }
            """).Generate().Compiles()["Labs.Lab-Testbed.g.cs"];
        Assert.DoesNotContain("topsecret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.77", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2222", text, StringComparison.Ordinal);
        Assert.DoesNotContain("admin", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab.yaml", "/project/lab.yaml", null)]
    [InlineData("./lab.yaml", "/project/lab.yaml", null)]
    [InlineData("labs\\lab.yaml", "/project/labs/lab.yaml", "x.yaml")]
    [InlineData("lab.yaml", "/elsewhere/lab.yaml", "lab.yaml")]
    [InlineData("lab.yaml", "/elsewhere/lab.yaml", null)]
    public void The_file_is_found_by_its_place_in_the_project_or_beside_the_program(string named, string path, string? link)
    {
        var generated = Project.Of($"[ConnectionGen.Testbed(@\"{named}\")] public partial class Lab;").With("/project/other.yaml", "devices: {}").With(path, Yaml, link).Generate().Compiles();
        Assert.Contains("PhoenixDevice", generated["Lab-Testbed.g.cs"], StringComparison.Ordinal);
        Assert.Contains($"new(\"{link ?? named.Replace('\\', '/').Replace("./", "", StringComparison.Ordinal)}\",", generated["Lab-Testbed.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_testbed_without_its_file_still_loads()
    {
        var generated = Project.Of(Lab, "public static class Use { public static object Of() => Labs.Lab.Load(); }").Generate().Compiles();
        Assert.Contains("new(\"lab.yaml\",", generated["Labs.Lab-Testbed.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_additional_file_that_is_no_testbed_is_not_read()
    {
        var file = new YamlFile("/project/lab.yaml", Yaml, isTestbed: false);
        var generated = (Project.Of(Lab) with { Files = [file] }).Generate().Compiles();
        Assert.DoesNotContain("Phoenix", generated["Labs.Lab-Testbed.g.cs"], StringComparison.Ordinal);
        Assert.Equal(0, file.Readings);
    }

    [Fact]
    public void Two_labs_may_both_have_a_device_of_one_name()
    {
        Project.Of(Lab, "[ConnectionGen.Testbed(\"b.yaml\")] internal sealed partial class Second { public partial class PhoenixDevice { public int Own => 1; } }", """
            public partial class Outer { [ConnectionGen.Testbed("lab.yaml")] internal partial class Inner; }
            """).With("/project/lab.yaml", Yaml).With("/project/b.yaml", Yaml).Generate().Compiles();
    }

    [Fact]
    public void Names_that_are_taken_get_an_underscore()
    {
        var names = new[] { "lab", "devices", "name", "load", "to-string", "connect async", "own", "r-1", "r1", "R1", "x", "XDevice", "class", "via", "dispose", "equals", "get-type", "s_shape__" };
        var yaml = "devices:\n" + string.Concat(names.Select(static n => $"  \"{n}\":\n    connections:\n      via: {{}}\n      equals: {{}}\n      reference-equals: {{}}\n      a-b: {{}}\n      a_b: {{}}\n      aB: {{}}\n      1: {{}}\n      class: {{}}\n"));
        var generated = Project.Of("[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab { public int Own => 1; }").With("/project/lab.yaml", yaml).Generate().Compiles();
        var text = generated["Lab-Testbed.g.cs"];
        Assert.Contains("public global::Lab.Lab_Device Lab_ { get; }", text, StringComparison.Ordinal);
        Assert.Contains("public global::Lab.Own_Device Own_ { get; }", text, StringComparison.Ordinal);
        Assert.Contains("public const string Via_ = \"via\";", text, StringComparison.Ordinal);
        Assert.Contains("public const string ReferenceEquals_ = \"reference-equals\";", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Lab")]
    [InlineData("public static partial class Lab")]
    [InlineData("public abstract partial class Lab")]
    [InlineData("public partial class Lab<T>")]
    [InlineData("public partial class Lab(int x)")]
    [InlineData("public partial class Lab : System.Exception")]
    [InlineData("public partial record Lab")]
    [InlineData("public partial struct Lab")]
    [InlineData("public class Outer { [ConnectionGen.Testbed(\"lab.yaml\")] partial class Lab; } public class Other")]
    public void A_class_that_cannot_be_a_testbed_is_passed_over(string declaration)
    {
        var generated = Project.Of($"[ConnectionGen.Testbed(\"lab.yaml\")] {declaration} {{ }}").With("/project/lab.yaml", Yaml).Generate().AddsNoError();
        Assert.DoesNotContain(generated.Files, static f => f.Contains("Testbed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Testbed]")]
    [InlineData("[Testbed(null!)]")]
    [InlineData("[Testbed(\"\")]")]
    [InlineData("[Testbed(\"a.yaml\"), Testbed(\"lab.yaml\")]")]
    public void A_wrong_attribute_adds_no_error(string attribute) =>
        Project.Of($"using ConnectionGen; {attribute} public partial class Lab;").With("/project/lab.yaml", Yaml).Generate().AddsNoError();

    [Fact]
    public void A_file_that_is_being_written_never_fails_and_keeps_the_class()
    {
        var yaml = Yaml + "\n  second: { os: \"linux\", connections: { a: &x [1, 'two'], b: *x, c: |\n    text\n  } }\n";
        var project = Project.Of(Lab);
        var compilation = project.Compile();
        for (var length = 0; length <= yaml.Length; length++)
        {
            var generated = new Generated(compilation, project.With("/project/lab.yaml", yaml[..length]).Driver().RunGenerators(compilation, TestContext.Current.CancellationToken));
            Assert.Null(generated.Result.Exception);
            Assert.Contains("Load(string? file = null", generated["Labs.Lab-Testbed.g.cs"], StringComparison.Ordinal);
            if (length % 40 == 0)
            {
                generated.Compiles();
            }
        }
    }
}
