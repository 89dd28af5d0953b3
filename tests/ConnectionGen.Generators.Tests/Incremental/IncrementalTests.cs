using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class IncrementalTests
{
    private const string Unrelated = "public static class Unrelated { public static int Number() => 1; }";

    private static Project Sample => Project.Of(
        Echo,
        Usings + "namespace Second; " + Class("OtherConnection", Execute, ", int width = 3"),
        "[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;",
        "[ConnectionGen.Testbed(\"b.yaml\")] public partial class Bench;",
        "public static class Use { public static object Of(ConnectionGen.Device device) => device.Connect(\"vty_1\"); }",
        Unrelated,
        "[ConnectionGen.ServiceWrapper(typeof(ConnectionGen.Connection))] public sealed class Watching : ConnectionGen.AnyServiceWrapper;").With("/project/lab.yaml", Yaml).With("/project/b.yaml", Yaml);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Warm()
    {
        var compilation = Sample.Compile();
        return (Sample.Driver().RunGenerators(compilation, Token), compilation);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string from, string to)
    {
        var tree = compilation.SyntaxTrees[file];
        var text = tree.ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Replace(from, to, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(5, "=> 1;", "=> 2;")]
    [InlineData(0, "Task.FromResult(GetType()", "Task.FromResult(/* other */ GetType()")]
    [InlineData(0, "public virtual", "\n\n\n    public virtual")]
    [InlineData(2, "[ConnectionGen", "\n// moved\n[ConnectionGen")]
    [InlineData(6, "[ConnectionGen", "\n// moved\n[ConnectionGen")]
    public void An_edit_that_changes_no_model_does_nothing(int file, string from, string to)
    {
        var (driver, compilation) = Warm();
        Steps.AssertNothingDone(driver.RunGenerators(Edit(compilation, file, from, to), Token));
    }

    [Fact]
    public void A_new_file_does_nothing()
    {
        var (driver, compilation) = Warm();
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class More;", Sample.Language, cancellationToken: Token)), Token);

        // the new file's own declarations and aliases are what is new
        Assert.Equal([StepNames.TreeDeclarations, StepNames.TreeAliases], Steps.Busy(driver));
        Assert.Equal(0, Steps.Outputs(driver));
    }

    [Fact]
    public void Every_step_is_named_and_runs()
    {
        var (driver, _) = Warm();
        var named = StepNames.All;
        Assert.Equal(typeof(StepNames).GetFields().Select(static f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(named, step => Assert.Contains(step, driver.GetRunResult().Results.Single().TrackedSteps.Keys));
    }

    [Fact]
    public void A_changed_class_writes_its_own_file_again_and_no_other_class()
    {
        var (driver, compilation) = Warm();
        driver = driver.RunGenerators(Edit(compilation, 1, "int width = 3", "int width = 4"), Token);
        Assert.Equal([StepNames.TreeDeclarations, StepNames.MarkedClasses, StepNames.ConnectionClasses, StepNames.ConnectionClassFiles], Steps.Busy(driver));
        Assert.Equal(1, Steps.Outputs(driver));
    }

    [Fact]
    public void A_changed_signature_writes_the_accessors_again()
    {
        var (driver, compilation) = Warm();
        driver = driver.RunGenerators(Edit(compilation, 1, "string command,", "string line,"), Token);
        Assert.Contains(StepNames.ClassServices, Steps.Busy(driver));
        Assert.DoesNotContain(StepNames.Registry, Steps.Busy(driver));
    }

    [Fact]
    public void An_edited_testbed_writes_what_depends_on_it()
    {
        var (driver, compilation) = Warm();
        var files = Sample.Files;
        var edited = new YamlFile("/project/b.yaml", Yaml.Replace("mgmt-if", "console", StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(DriverFile(driver, "/project/b.yaml"), edited).RunGenerators(compilation, Token);
        Assert.Equal([StepNames.TestbedItems, StepNames.TestbedReadings, StepNames.TestbedFiles, StepNames.Testbeds], Steps.Busy(driver));
        Assert.Equal(1, Steps.Outputs(driver));
        Assert.Contains("Console = \"console\"", new Generated(compilation, driver)["Bench-Testbed.g.cs"], StringComparison.Ordinal);
        Assert.Equal(2, files.Length);
    }

    [Fact]
    public void An_edit_of_what_the_code_does_not_need_writes_nothing()
    {
        var (driver, compilation) = Warm();
        var edited = new YamlFile("/project/b.yaml", Yaml.Replace("127.0.0.1", "192.0.2.1", StringComparison.Ordinal) + "\n# a comment\n");
        driver = driver.ReplaceAdditionalText(DriverFile(driver, "/project/b.yaml"), edited).RunGenerators(compilation, Token);
        Assert.Equal([StepNames.TestbedItems, StepNames.TestbedReadings], Steps.Busy(driver));
        Assert.Equal(0, Steps.Outputs(driver));
    }

    [Fact]
    public void An_edit_of_an_extended_file_writes_the_testbeds_above_it_and_nothing_else()
    {
        var project = Project.Of(
            "[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;",
            "[ConnectionGen.Testbed(\"b.yaml\")] public partial class Bench;")
            .With("/project/lab.yaml", "extends: parts/base.yaml\n").With("/project/parts/base.yaml", Yaml).With("/project/b.yaml", Yaml);
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, Token);
        var edited = new YamlFile("/project/parts/base.yaml", Yaml.Replace("mgmt-if", "console", StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(DriverFile(driver, "/project/parts/base.yaml"), edited).RunGenerators(compilation, Token);
        Assert.Equal(1, Steps.Outputs(driver));
        Assert.Contains("Console = \"console\"", new Generated(compilation, driver)["Lab-Testbed.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_file_that_no_other_extends_leaves_those_above_others_alone()
    {
        var project = Project.Of("[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;")
            .With("/project/lab.yaml", "extends: base.yaml\n").With("/project/base.yaml", Yaml).With("/project/b.yaml", Yaml);
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, Token);
        var edited = new YamlFile("/project/b.yaml", Yaml.Replace("mgmt-if", "console", StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(DriverFile(driver, "/project/b.yaml"), edited).RunGenerators(compilation, Token);
        Assert.Equal(0, Steps.Outputs(driver));
    }

    [Fact]
    public void A_testbed_is_read_once_for_each_text()
    {
        var file = new YamlFile("/project/lab.yaml", Yaml);
        var project = Sample with { Files = [file] };
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, Token);
        for (var i = 0; i < 3; i++)
        {
            compilation = Edit(compilation, 5, $"=> {i + 1};", $"=> {i + 2};");
            driver = driver.RunGenerators(compilation, Token);
        }

        driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(Project.Directory)).RunGenerators(compilation, Token);
        Assert.Equal(1, file.Readings);
    }

    [Fact]
    public void The_order_of_files_does_not_show()
    {
        var project = Sample;
        var straight = project.Generate();
        var turned = (project with { Sources = [.. project.Sources.Reverse()], Files = [.. project.Files.Reverse()] }).Generate();
        Assert.Equal(straight.Files.Order(StringComparer.Ordinal), turned.Files.Order(StringComparer.Ordinal));
        Assert.All(straight.Files, file => Assert.Equal(straight[file], turned[file]));
    }

    [Fact]
    public void The_culture_does_not_show()
    {
        var project = Project.Of(Usings + Class("NumbersConnection", "[Service] public virtual void A(double x = -1.5, decimal y = -2.5m, int z = -3, float w = -0.5f) { }", ", double x = -1.5, int Index = -7"));
        var straight = project.Generate();
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "~";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            Thread.CurrentThread.CurrentCulture = culture;
            var other = project.Generate();
            Assert.All(straight.Files, file => Assert.Equal(straight[file], other[file]));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_model_holds_a_symbol_a_node_or_a_compilation()
    {
        var (driver, _) = Warm();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in driver.GetRunResult().Results.Single().TrackedSteps.Where(s => StepNames.All.Contains(s.Key)))
        {
            foreach (var (value, _) in steps.SelectMany(static s => s.Outputs))
            {
                Scan(value, name, seen);
            }
        }

        Assert.True(seen.Count > 100);
    }

    [Fact]
    public void An_old_compilation_is_let_go()
    {
        var (driver, first) = Start();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(first.TryGetTarget(out _));
        GC.KeepAlive(driver);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (GeneratorDriver Driver, WeakReference<Compilation> First) Start()
        {
            var (driver, compilation) = Warm();
            var edited = Edit(compilation, 5, "=> 1;", "=> 2;");
            return (driver.RunGenerators(edited, Token), new WeakReference<Compilation>(compilation));
        }
    }

    private static AdditionalText DriverFile(GeneratorDriver driver, string path)
    {
        // the driver was made from another instance of the sample's files
        var state = typeof(GeneratorDriver).GetField("_state", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(driver)!;
        var texts = (IEnumerable<AdditionalText>)state.GetType().GetField("AdditionalTexts", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(state)!;
        return texts.Single(t => t.Path == path);
    }

    private static void Scan(object? value, string step, HashSet<object> seen)
    {
        if (value is null or string or AdditionalText || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or Compilation or SemanticModel or SyntaxNode or SyntaxTree or Location or SyntaxReference or MetadataReference or AttributeData,
            $"{step} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Scan(item, step, seen);
            }
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer)
            {
                Scan(field.GetValue(value), step, seen);
            }
        }
    }
}
