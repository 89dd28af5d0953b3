using Microsoft.CodeAnalysis.CSharp;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class BrokenCodeTests
{
    private static readonly string s_whole = Usings + "namespace Half { public static partial class Outer { " + Class(
        "LoopConnection",
        Execute + "[Service(NeedsLease = true), Obsolete(\"x\")] public virtual ValueTask<int?> CountAsync(List<string?>? text = null, params int[] more) => default;",
        ", int termWidth = 80, TimeSpan? timeout = null, DayOfWeek day = DayOfWeek.Friday",
        "[ConnectionClass(\"a\", \"b\", IsDefault = true)]") + "} [Testbed(\"lab.yaml\")] public partial class Lab; class Use { object Of(Device d) => d.Connect(alias: \"vty_1\"); } }";

    [Fact]
    public void Code_that_is_cut_at_any_token_never_fails()
    {
        var project = Project.Of(s_whole).With("/project/lab.yaml", Yaml);
        project.Generate().Compiles();
        var cuts = CSharpSyntaxTree.ParseText(s_whole, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens().Select(static t => t.SpanStart).ToArray();
        Assert.True(cuts.Length > 200);
        AssertSound(project, cuts.Select(static cut => s_whole[..cut]));
    }

    [Fact]
    public void Code_without_any_one_token_never_fails()
    {
        var project = Project.Of(s_whole).With("/project/lab.yaml", Yaml);
        AssertSound(project, CSharpSyntaxTree.ParseText(s_whole, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens().Select(static t => s_whole.Remove(t.SpanStart, t.Span.Length)));
    }

    private static void AssertSound(Project project, IEnumerable<string> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            var compilation = (project with { Sources = [("File.cs", text)] }).Compile();
            var generated = new Generated(compilation, project.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken));
            Assert.Null(generated.Result.Exception);
            Assert.All(generated.Result.GeneratedSources, source => Assert.DoesNotContain(source.SyntaxTree.GetDiagnostics(TestContext.Current.CancellationToken), static _ => true));

            // binding takes a while
            if (count++ % 7 == 0)
            {
                generated.AddsNoError();
            }
        }
    }
}
