using System.Text.Json;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool.Tests;

public sealed class ValidateTests
{
    private const string Wrong = """
        testbed: {name: lab}
        devices:
          r1:
            os: ios
            conections: {}
          r2:
            connections:
              defaults: {via: mgnt}
              mgmt: {protocol: sssh, ip: 192.0.2.1}

        """;

    [Fact]
    public async Task Problems_are_printed_as_compilers_print_them()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", Wrong);

        var run = await ToolRun.OfAsync("validate", file);

        Assert.Contains($"{file}(5,5): warning CG2003: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'connections'?", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{file}(8,23): warning CG2005: ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{file}(9,24): warning CG2014: ", run.Output, StringComparison.Ordinal);
        Assert.Equal("1 file: 3 warnings, 2 hints\n", run.Errors);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task Warnings_fail_where_it_is_strict_and_errors_always()
    {
        using var mock = new MockFile();

        Assert.Equal(1, (await ToolRun.OfAsync("validate", "--strict", mock.Write("lab.yaml", Wrong))).Code);
        Assert.Equal(1, (await ToolRun.OfAsync("validate", mock.Write("broken.yaml", "devices: ["))).Code);
        Assert.Equal(0, (await ToolRun.OfAsync("validate", "--strict", mock.Write("right.yaml", "devices:\n  r1: {}\n"))).Code);
    }

    /// <summary>What the reader says is what the build says: the analyzer reports the same problems with the class of the package for command lines.</summary>
    [Fact]
    public async Task The_texts_are_those_of_the_reader_with_the_classes_of_the_package()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", Wrong + "  r3:\n    connections:\n      a: {protocol: ssh, ip: 192.0.2.3, arguments: {term_width: wide, no_such: 1}}\n");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var classes = new ConnectionClassSet([InfoOf<Cli.CliConnection>().Shape]);
        var expected = TestbedReader.Read(text, file, TestContext.Current.CancellationToken).ProblemsWith(classes, TestContext.Current.CancellationToken).Select(static problem => problem.ToString().TrimEnd('.'));

        var run = await ToolRun.OfAsync("validate", file);

        Assert.Equal(expected, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("CG2007", run.Output, StringComparison.Ordinal);
        Assert.Contains("CG2008", run.Output, StringComparison.Ordinal);

        static ConnectionClassInfo InfoOf<T>()
            where T : Connection, IConnectionClass<T>
            => T.Info;
    }

    [Fact]
    public async Task A_class_may_be_a_programs_own()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", "devices:\n  r1:\n    connections:\n      rest: {class: MyRest, ip: 192.0.2.1, anything: goes}\n");

        Assert.Equal((0, ""), await ToolRun.OfAsync("validate", "--strict", file) is var run ? (run.Code, run.Output) : default);
    }

    [Fact]
    public async Task Where_the_programs_classes_are_named_any_other_is_told_and_theirs_are_not_judged()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", "devices:\n  r1:\n    connections:\n      rest: {class: MyRest, ip: 192.0.2.1, anything: goes}\n      web: {class: MyRset, ip: 192.0.2.1}\n");

        var run = await ToolRun.OfAsync("validate", "--class", "MyRest", "--class", "MyOther", file);

        Assert.StartsWith($"{file}(5,20): warning CG2006: 'MyRset', which the testbed names for 'r1', is the name of no connection class; did you mean 'MyRest'? ", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_part_is_judged_in_the_testbed_that_it_is_a_part_of()
    {
        using var mock = new MockFile();
        var part = mock.Write("base.yaml", "devices:\n  r1:\n    connections:\n      defaults: {via: mgmt}\n");
        var whole = mock.Write("lab.yaml", "extends: base.yaml\ndevices:\n  r1:\n    connections:\n      mgmt: {protocol: ssh, ip: 192.0.2.1}\n");

        Assert.Contains("CG2005", (await ToolRun.OfAsync("validate", part)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CG2005", (await ToolRun.OfAsync("validate", part, whole)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_places_and_texts()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", Wrong);

        using var json = JsonDocument.Parse((await ToolRun.OfAsync("validate", "--format", "json", file)).Output);

        var first = Assert.Single(json.RootElement.EnumerateArray(), static one => one.GetProperty("id").GetString() == "CG2003");
        Assert.Equal((file, 5, 5, 15, "warning", "CG2003"), (
            first.GetProperty("file").GetString()!,
            first.GetProperty("line").GetInt32(),
            first.GetProperty("column").GetInt32(),
            first.GetProperty("endColumn").GetInt32(),
            first.GetProperty("severity").GetString()!,
            first.GetProperty("id").GetString()!));
        Assert.Equal(5, json.RootElement.GetArrayLength());
    }

    /// <summary>GitHub takes columns only where a problem begins and ends on one line.</summary>
    [Fact]
    public async Task A_problem_of_several_lines_ends_where_it_ends()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", "devices:\n  - r1\n  - r2\n");

        var annotations = await ToolRun.OfAsync("validate", "--format", "github", file);
        using var json = JsonDocument.Parse((await ToolRun.OfAsync("validate", "--format", "json", file)).Output);

        var problem = Assert.Single(json.RootElement.EnumerateArray());
        var (line, end) = (problem.GetProperty("line").GetInt32(), problem.GetProperty("endLine").GetInt32());
        Assert.True(line < end);
        Assert.StartsWith($"::error file={file},line={line},endLine={end},title=CG2008::", annotations.Output, StringComparison.Ordinal);
        Assert.Equal("error", problem.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task A_hint_is_a_notice_and_fails_nothing()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", "devices:\n  r1: {}\n");

        var run = await ToolRun.OfAsync("validate", "--strict", "--format", "github", file);

        Assert.StartsWith($"::notice file={file},line=2,", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, "1 file: 1 hint\n"), (run.Code, run.Errors));
    }

    [Fact]
    public async Task Problems_stand_in_the_order_of_the_file()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab.yaml", "devices:\n  r-1: {connections: {a: {ip: 192.0.2.1}}}\n  r1: {connections: {a: {ip: 192.0.2.2}}, conections: {}}\n  r2: {conections: {}}\n");

        var run = await ToolRun.OfAsync("validate", file);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line[(file.Length + 1)..line.IndexOf(',', file.Length)], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Contains("CG2011", run.Output, StringComparison.Ordinal);
        Assert.Equal(lines.Order(), lines);
    }

    [Fact]
    public async Task Annotations_escape_what_would_end_them()
    {
        using var mock = new MockFile();
        var file = mock.Write("lab,1.yaml", "devices:\n  r1:\n    \"50%, a:b\": 1\n");

        var run = await ToolRun.OfAsync("validate", "--format", "github", file);

        var line = Assert.Single(run.Output.Split('\n'), static one => one.StartsWith("::warning", StringComparison.Ordinal));
        Assert.StartsWith($"::warning file={file.Replace(",", "%2C", StringComparison.Ordinal)},line=3,endLine=3,col=5,endColumn=15,title=CG2003::", line, StringComparison.Ordinal);
        Assert.Contains("50%25, a:b", line, StringComparison.Ordinal);
    }
}
