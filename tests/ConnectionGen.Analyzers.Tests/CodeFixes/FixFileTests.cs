using ConnectionGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>
/// Each fix on a text of its own, <c>Programs/Fixes</c>: what it is before stands there with marks, what becomes of it in the file beside it, one by one
/// as well as all at once in document, project and solution.
/// </summary>
public sealed class FixFileTests
{
    public static TheoryData<string> Ids => [.. FixableIds];

    /// <summary>The ids that have a fix.</summary>
    internal static IEnumerable<string> FixableIds => Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal);

    /// <summary>All fixes.</summary>
    internal static IReadOnlyList<CodeFixProvider> Fixes { get; } = [new ModifierFix(), new BaseClassFix(), new TokenFix(), new ReplaceNameFix(), new AddPathFix()];

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Each_place_is_fixed_alone_and_with_all_others(string id) => new FixFile(id, windows: false).RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Line_ends_stay_as_they_are(string id) => new FixFile(id, windows: true).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void Every_fix_is_tested() =>
        Assert.Equal(
            typeof(ModifierFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Fixes.Select(fix => fix.GetType().Name).Order(StringComparer.Ordinal));

    private sealed class FixFile : CSharpCodeFixTest<PartialAnalyzer, ModifierFix, DefaultVerifier>
    {
        private readonly string _id;

        public FixFile(string id, bool windows)
        {
            _id = id;
            ReferenceAssemblies = new ReferenceAssemblies("none");
            TestState.AdditionalReferences.AddRange(References.Program);
            TestState.OutputKind = OutputKind.ConsoleApplication;
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            CompilerDiagnostics = CompilerDiagnostics.None;
            if (windows)
            {
                CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck; // done with the other line ends
            }

            CodeActionEquivalenceKey = $"{id}:0" is var first && Fixes.OfType<ReplaceNameFix>().Single().FixableDiagnosticIds.Contains(id) ? first : null;
            DisabledDiagnostics.AddRange(GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Where(other => other != id).Distinct());
            foreach (var (source, fixedSource) in Parts($"{id}.cs").Zip(Parts($"{id}.fixed.cs")))
            {
                TestState.Sources.Add(($"/0/{source.Name}", Lines(source.Text, windows)));
                FixedState.Sources.Add(($"/0/{fixedSource.Name}", Lines(fixedSource.Text, windows)));
            }

            foreach (var item in new[] { "lab.yaml", "web.yaml" })
            {
                TestState.AdditionalFiles.Add(("/0/" + item, File.ReadAllText(Path.Combine(UserProgram.Folder, "Files", item))));
                TestState.AnalyzerConfigFiles.Add(($"/{item}.globalconfig", CodeTest.Settings(item)));
            }
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Loose.Analyzers.Where(analyzer => analyzer is not TestbedFileAnalyzer && analyzer.SupportedDiagnostics.Any(rule => rule.Id == _id));

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Fixes.Where(fix => fix is not AddPathFix && fix.FixableDiagnosticIds.Contains(_id));

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(Generators.ConnectionGenGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

        // One text, which stands for several files: <c>// file: Other.cs</c> begins the next.
        private static IEnumerable<(string Name, string Text)> Parts(string file)
        {
            const string Usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\n";
            var parts = File.ReadAllText(Path.Combine(UserProgram.Folder, "Fixes", file)).Split("// file: ");
            yield return ("Usings.cs", Usings);
            yield return ("First.cs", parts[0]);
            foreach (var part in parts[1..])
            {
                yield return (part[..part.IndexOf('\n', StringComparison.Ordinal)], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            }
        }

        private static string Lines(string text, bool windows) => windows ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }
}
