using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

/// <summary>Classes are read again after an edit of any declaration, since it may mean something for them, and after no other edit.</summary>
public sealed class DeclarationTests
{
    private const string Elsewhere = """
        #nullable enable
        using System.Threading.Tasks;
        namespace Elsewhere;
        public static class Limits { public const int Width = 80; public static int Sum() { var a = 1; return a; } public static int Twice => 2; }
        public enum Mode { First, Second }
        public abstract class Root(ConnectionGen.ConnectionContext context) : ConnectionGen.Connection(context)
        {
            public Root Self() { return this; }
            public virtual Task<string?> RootAsync(string text) { return Task.FromResult<string?>(text); }
        }
        """;

    private const string Marked = """
        [Use]
        public partial class NearConnection(ConnectionContext context, int width = Elsewhere.Limits.Width, Elsewhere.Mode mode = (Elsewhere.Mode)1, string? other = null) : Elsewhere.Root(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            [Service] public override Task<string?> RootAsync(string text) => base.RootAsync(text);
            [Service] public virtual void Go(Later later) { }
        }
        """;

    private static Project Sample => Project.Of(Usings + "using Use = ConnectionGen.ConnectionClassAttribute;\n" + Marked, Elsewhere, "public class Later { }");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("var a = 1;", "var a = 2; /* more */")]
    [InlineData("return a;", "int Local() => 3; return a + Local();")]
    [InlineData("Twice => 2", "Twice => 3")]
    [InlineData("namespace Elsewhere;", "// a comment\n\nnamespace  Elsewhere;")]
    public void An_edit_of_a_body_reads_no_class(string from, string to)
    {
        var (driver, edited) = Edit(1, from, to);
        driver = driver.RunGenerators(edited, Token);
        Steps.AssertNothingDone(driver);
        Assert.All(Steps.Reasons(driver.GetRunResult().Results.Single(), StepNames.MarkedClasses), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData(1, "Limits {", "Limits { public const int Other = 3; ")]
    [InlineData(2, "Later {", "Later { public int More; ")]
    public void An_edit_of_a_declaration_that_no_class_needs_writes_nothing(int file, string from, string to)
    {
        var (driver, edited) = Edit(file, from, to);
        driver = driver.RunGenerators(edited, Token);
        Assert.Equal([StepNames.TreeDeclarations], Steps.Busy(driver));
        Assert.Equal(0, Steps.Outputs(driver));
    }

    [Theory]
    [InlineData(1, "Width = 80", "Width = 81")]
    [InlineData(1, "First, Second", "Second = 1, First = 0")]
    [InlineData(1, "enum Mode", "enum Kind")]
    [InlineData(1, "RootAsync(string text)", "RootAsync(string? text)")]
    [InlineData(1, "public virtual Task", "[ConnectionGen.Service(NeedsLease = true)] public virtual Task")]
    [InlineData(1, "{ return this; }", "{ return this;\n#nullable disable\n }")]
    [InlineData(1, "return this; }", "return this;")]
    [InlineData(2, "class Later", "class Sooner")]
    [InlineData(2, "public class Later", "internal class Later")]
    [InlineData(2, "public class", "namespace Near; public class")]
    [InlineData(0, "[Use]", "[Use(\"near\")]")]
    [InlineData(0, "using Use =", "using Unused =")]
    [InlineData(0, "partial class", "class")]
    public void After_an_edit_of_a_declaration_all_is_as_if_written_anew(int file, string from, string to)
    {
        var (driver, edited) = Edit(file, from, to);
        var incremental = new Generated(edited, driver.RunGenerators(edited, Token));
        var anew = new Generated(edited, Sample.Driver().RunGenerators(edited, Token));
        Assert.Equal(anew.Files, incremental.Files);
        Assert.All(anew.Files, f => Assert.Equal(anew[f], incremental[f]));
    }

    [Fact]
    public void After_a_change_of_options_or_references_all_classes_are_read_again()
    {
        var compilation = Sample.Compile();
        foreach (var changed in new[]
        {
            compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
            compilation.WithReferences(compilation.References.Skip(1)),
            compilation.WithAssemblyName("Other"),
        })
        {
            var driver = Sample.Driver().RunGenerators(compilation, Token).RunGenerators(changed, Token);
            Assert.All(Steps.Reasons(driver.GetRunResult().Results.Single(), StepNames.MarkedClasses), static reason => Assert.NotEqual(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Fact]
    public void A_class_is_found_behind_any_name_of_the_attribute()
    {
        var project = Project.Of(
            "global using Kind = ConnectionGen.ConnectionClassAttribute;",
            Usings + Class("AConnection", "", attribute: "[ConnectionGen.ConnectionClass]"),
            Usings + Class("BConnection", "", attribute: "[global::ConnectionGen.ConnectionClassAttribute]"),
            Usings + Class("CConnection", "", attribute: "[Kind]"),
            Usings + "public static partial class Outer { " + Class("DConnection", "", attribute: "[System.Obsolete, Kind(\"d\")]") + "}",
            "namespace Other { using K = ConnectionGen.ConnectionClassAttribute; using ConnectionGen; using System.Threading; using System.Threading.Tasks; " + Class("EConnection", "", attribute: "[K]") + "}",
            "class ConnectionClassAttribute : System.Attribute; [ConnectionClass] partial class NotOurs;");
        var generated = project.Generate().Compiles();
        Assert.Equal(5, generated.Files.Count(static file => file.EndsWith("Connection.g.cs", StringComparison.Ordinal)));
    }

    private static (GeneratorDriver Driver, CSharpCompilation Edited) Edit(int file, string from, string to)
    {
        var compilation = Sample.Compile();
        var driver = Sample.Driver().RunGenerators(compilation, Token);
        var tree = compilation.SyntaxTrees[file];
        var text = tree.ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        return (driver, compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(from, to, StringComparison.Ordinal)))));
    }
}
