using System.Collections.Immutable;
using ConnectionGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>Nothing of ours throws on code or testbed files that are being typed: generator, analyzers and fixes on each of many broken texts.</summary>
public sealed class BrokenProgramTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Code_cut_at_each_token_troubles_nothing() =>
        await CheckAsync("cuts", ["Wrong/Marks.cs"], static (text, token) => text[..token.SpanStart], every: 1, least: 300, ["CG1001", "CG1004"]);

    [Fact]
    public async Task Code_without_one_of_its_tokens_troubles_nothing() =>
        await CheckAsync("tokens left out", ["Rules/CG1002.cs", "Wrong/Tuples.cs", "Right/ClassesAsUsersWriteThem.cs"], static (text, token) => text.Remove(token.SpanStart, token.Span.Length), every: 6, least: 150, ["CG1001", "CG1002"]);

    private async Task CheckAsync(string what, string[] programs, Func<string, SyntaxToken, string> change, int every, int least, string[] found)
    {
        var count = 0;
        var said = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(UserProgram.Folder, program), TestContext.Current.CancellationToken);
            var run = new BrokenRun(["lab.yaml", "site.yaml"]);
            var root = await CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRootAsync(TestContext.Current.CancellationToken);
            foreach (var token in root.DescendantTokens().Where((_, index) => index % every == 0))
            {
                said.UnionWith(await run.CheckAsync(change(text, token)));
                count++;
            }
        }

        output.WriteLine($"{count} {what} in {programs.Length} programs; found in them: {string.Join(", ", said)}");
        Assert.True(count >= least, $"only {count} {what}");
        Assert.Superset(new HashSet<string>(found), said);
    }

    [Fact]
    public async Task Every_beginning_of_a_testbed_file_troubles_nothing()
    {
        const string Code = """
            using ConnectionGen;
            [Testbed("lab.yaml")] public partial class Lab;
            [ConnectionClass] public partial class Own(ConnectionContext context) : Connection(context)
            {
                protected override Task OpenAsync(CancellationToken token) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken token) => Task.CompletedTask;
                [Service] public virtual void Run() { }
            }
            static class Program
            {
                static async Task Main()
                {
                    await using var lab = Lab.Load();
                    await lab.Phoenix.ConnectAsync("a", "mgmt");
                    await lab.R2.ConnectAsync("b", "nowhere");
                    lab.Phoenix.b.Run();
                    foreach (var device in lab.Devices.Values) await device.ConnectAsync<Own>("c", "console");
                    await lab.ConnectAsync(["phoenix", "r-2"], new Dictionary<string, string> { ["phoenix"] = "highway" });
                    lab.Devices["nobody"].Run();
                }
            }
            """;
        const string Yaml = """
            devices:
              phoenix:
                alias: "uut"
                connections:
                  defaults: { via: mgmt, alias: x }
                  mgmt: { ip: 192.0.2.1 }
              r-2:
                connections:
                  - a
            """;
        var run = new BrokenRun(["lab.yaml"]);
        for (var length = 0; length <= Yaml.Length; length++)
        {
            await run.CheckAsync(Code, Yaml[..length]);
        }

        output.WriteLine($"{Yaml.Length + 1} beginnings of a testbed file");
    }

    /// <summary>One project, of which a text is replaced again and again as in an editor.</summary>
    private sealed class BrokenRun
    {
        private readonly ImmutableArray<AdditionalText> _items;
        private readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp14);
        private GeneratorDriver _driver;

        public BrokenRun(IEnumerable<string> items)
        {
            _items = [.. items.Select(item => new TestbedFile("/0/" + item, File.ReadAllText(Path.Combine(UserProgram.Folder, "Files", item))))];
            _driver = CSharpGeneratorDriver.Create([new ConnectionGenGenerator().AsSourceGenerator()], _items, _parse, new ProjectSettings());
        }

        /// <summary>Runs everything over a text; the ids that were found.</summary>
        public async Task<IEnumerable<string>> CheckAsync(string code, string? yaml = null)
        {
            var items = _items;
            if (yaml is not null)
            {
                items = [new TestbedFile(_items[0].Path, yaml)];
                _driver = _driver.ReplaceAdditionalTexts(items);
            }

            var program = UserProgram.Of([("Code.cs", code)], items, OutputKind.ConsoleApplication, References.All, ref _driver);
            var result = _driver.GetRunResult();
            Assert.All(result.Results, one => Assert.Null(one.Exception));
            Assert.DoesNotContain(result.Diagnostics, problem => problem.Id == "CS8785");

            var found = await program.AskAnalyzersAsync();
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
            var ours = found.Where(diagnostic => diagnostic.Id.StartsWith("CG", StringComparison.Ordinal)).ToArray();
            await FixAsync(program, ours);
            return ours.Select(diagnostic => diagnostic.Id);
        }

        private static async Task FixAsync(UserProgram program, IEnumerable<Diagnostic> found)
        {
            var fixable = found.Where(diagnostic => diagnostic.Location.SourceTree is not null && FixFileTests.FixableIds.Contains(diagnostic.Id)).DistinctBy(diagnostic => (diagnostic.Id, diagnostic.Location)).ToArray();
            if (fixable.Length == 0)
            {
                return;
            }

            using var workspace = new AdhocWorkspace();
            var project = program.In(workspace);
            foreach (var diagnostic in fixable)
            {
                var document = project.Documents.Single(file => file.FilePath == diagnostic.Location.SourceTree!.FilePath);
                foreach (var fix in FixFileTests.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
                {
                    var actions = new List<CodeAction>();
                    await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
                    foreach (var action in actions.Take(2))
                    {
                        Assert.NotEmpty(await action.GetOperationsAsync(TestContext.Current.CancellationToken));
                    }
                }
            }
        }
    }
}
