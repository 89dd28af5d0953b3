using System.Collections.Immutable;
using ConnectionGen.Analyzers;
using ConnectionGen.Cli;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>What the two sides say of a testbed file: the build, which runs the analyzer over the project's items, and loading.</summary>
internal static class Verdicts
{
    private static readonly CSharpCompilation s_plainProgram = CSharpCompilation.Create("Program", [], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    private static readonly CSharpCompilation s_program = s_plainProgram.AddReferences(MetadataReference.CreateFromFile(typeof(Verdicts).Assembly.Location));

    /// <summary>The functions that files of the corpus call.</summary>
    private static readonly TestbedOptions s_options = new()
    {
        Callables = new Dictionary<string, Func<MarkupCall, object?>>
        {
            ["lab.custom"] = static _ => Map("os", "iosxe"),
            ["lab.device"] = static _ => Map("connections", Map("mgmt", Map("command", "telnet localhost"))),
            ["lab.ways"] = static _ => Map("mgmt", Map("command", "telnet localhost")),
        },
    };

    /// <summary>What loading says, in order.</summary>
    public static IReadOnlyList<Verdict> OfLoading(string path)
    {
        try
        {
            using var testbed = Testbed.Load(path, s_options);
            Assert.DoesNotContain(testbed.Description.Problems, static problem => problem.Severity == ProblemSeverity.Error);
            return Of(testbed.Description.Problems);
        }
        catch (TestbedFileException error)
        {
            Assert.Contains(error.Problems, static problem => problem.Severity == ProblemSeverity.Error);
            return Of(error.Problems);
        }
    }

    /// <summary>What the build says of a file and those that it is made of, all of them items of the project, in a program that has the corpus's classes.</summary>
    public static Task<IReadOnlyList<Verdict>> OfBuildAsync(string path, CancellationToken cancellationToken) => OfBuildAsync(path, s_program, [new TestbedFileAnalyzer()], cancellationToken);

    /// <summary>What the build says in a program that has no class but the command line's, and for which the file is a testbed's type.</summary>
    public static Task<IReadOnlyList<Verdict>> OfPlainBuildAsync(string path, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText($"[ConnectionGen.Testbed({SymbolDisplay.FormatLiteral(path, quote: true)})] public partial class Quarry : ConnectionGen.Testbed;", cancellationToken: cancellationToken);
        return OfBuildAsync(path, s_plainProgram.AddSyntaxTrees(tree), [new TestbedFileAnalyzer(), new TestbedClassAnalyzer()], cancellationToken);
    }

    /// <summary>What the command says that validates files.</summary>
    public static IReadOnlyList<Verdict> OfCommand(string path, CancellationToken cancellationToken) => Of(Tool.FileProblems.Of([path], ownClasses: [], cancellationToken));

    private static async Task<IReadOnlyList<Verdict>> OfBuildAsync(string path, CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        AdditionalText[] items = [.. Corpus.Read(path).OtherFiles.Prepend(path).Select(static file => new Item(file))];
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. items], new Metadata()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await program.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. found.Select(static diagnostic => Of(diagnostic))];
    }

    private static Dictionary<string, object?> Map(string key, object? value) => new(StringComparer.Ordinal) { [key] = value };

    private static IReadOnlyList<Verdict> Of(IReadOnlyList<TestbedProblem> problems) => [.. problems.Select(static problem => new Verdict(
        problem.Id, problem.Severity, problem.Range.File, problem.Range.Start.Line, problem.Range.Start.Column,
        // offsets count as loading reads a file: without its byte order mark
        File.ReadAllText(problem.Range.File)[problem.Range.Start.Offset..problem.Range.End.Offset], problem.Message.TrimEnd('.')))];

    private static Verdict Of(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        Assert.True(Path.IsPathRooted(span.Path), diagnostic.ToString());
        var severity = diagnostic.Severity switch { DiagnosticSeverity.Error => ProblemSeverity.Error, DiagnosticSeverity.Warning => ProblemSeverity.Warning, _ => ProblemSeverity.Info };
        return new Verdict(
            diagnostic.Id, severity, span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1,
            Item.Read(span.Path).ToString(diagnostic.Location.SourceSpan), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Concat([typeof(Connection).Assembly.Location, typeof(TestbedReader).Assembly.Location, typeof(CliConnection).Assembly.Location])
            .Select(static path => MetadataReference.CreateFromFile(path));
    }

    private sealed class Item(string path) : AdditionalText
    {
        private readonly SourceText _text = Read(path);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

        /// <summary>As the compiler reads a file: without its byte order mark.</summary>
        public static SourceText Read(string path)
        {
            using var file = File.OpenRead(path);
            return SourceText.From(file);
        }
    }

    private sealed class Metadata : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ConnectionGenTestbed", "true"));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
