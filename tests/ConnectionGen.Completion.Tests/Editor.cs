using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Completion.Tests;

/// <summary>A project as an editor holds it: what the compiler loads is found through its analyzer references alone.</summary>
internal static class Editor
{
    private static readonly string[] s_compilerFiles = ["ConnectionGen.Generators", "ConnectionGen.Analyzers", "ConnectionGen.Completion"];

    private const string Lab = """
        devices:
          phoenix:
            os: linux
            connections:
              defaults: { class: LoopConnection, alias: ironman, via: mgmt-if }
              mgmt-if: { protocol: ssh, ip: 192.0.2.1 }
              console: { protocol: telnet, ip: 192.0.2.2 }
          n7k-1:
            os: nxos
            connections:
              vty: { protocol: telnet, ip: 192.0.2.3 }
        """;

    private const string Classes = """
        using ConnectionGen;
        using System.Threading;
        using System.Threading.Tasks;

        [Testbed("lab.yaml")] public partial class Lab;

        [ConnectionClass]
        public partial class LoopConnection(ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }

        public static class Own
        {
            public static void Reach(Device device, [ViaPath] string path) { }
            public static void Meet(Device device, [ConnectionAlias] string name) { }
            public static void Say(string text) { }
            public static void Before(Lab lab) { lab.Phoenix.Connect(alias: "vty_1"); }
        }
        """;

    /// <summary>What is offered at the mark <c>$$</c> in the body of a method with a parameter <c>lab</c>; null where this library offers nothing.</summary>
    public static async Task<IReadOnlyList<CompletionItem>> OfferedAsync(string statement, char? typed = null)
    {
        var (document, position) = Open(statement);
        var trigger = typed is { } character ? CompletionTrigger.CreateInsertionTrigger(character) : CompletionTrigger.Invoke;
        var service = CompletionService.GetService(document)!;
        var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
        if (!service.ShouldTriggerCompletion(text, position, trigger))
        {
            return [];
        }

        var list = await service.GetCompletionsAsync(document, position, trigger, cancellationToken: TestContext.Current.CancellationToken);
        return [.. list.ItemsList.Where(static item => item.Properties.ContainsKey("Description"))];
    }

    public static async Task<string[]> NamesAsync(string statement, char? typed = null) => [.. (await OfferedAsync(statement, typed)).Select(static item => item.DisplayText)];

    /// <summary>The statement after one of the names was taken.</summary>
    public static async Task<string> CommittedAsync(string statement, string name)
    {
        var (document, position) = Open(statement);
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        var change = await service.GetChangeAsync(document, list.ItemsList.Single(item => item.DisplayText == name), cancellationToken: TestContext.Current.CancellationToken);
        var text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).WithChanges(change.TextChange).ToString();
        return text[text.IndexOf('{', text.IndexOf("Run(", StringComparison.Ordinal))..].Trim('{', '}', ' ', '\n');
    }

    public static async Task<string> DescribedAsync(string statement, string name)
    {
        var (document, position) = Open(statement);
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return (await service.GetDescriptionAsync(document, list.ItemsList.Single(item => item.DisplayText == name), TestContext.Current.CancellationToken))!.Text;
    }

    private static (Document Document, int Position) Open(string statement)
    {
        var code = $"using ConnectionGen; using System.Threading.Tasks;\npublic static class Use {{ public static async Task Run(Lab lab, Device any)\n{{ {statement} }} }}\n";
        var position = code.IndexOf("$$", StringComparison.Ordinal);
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var project = ProjectId.CreateNewId();
        var loader = new Loader();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "Sample",
                "Sample",
                LanguageNames.CSharp,
                filePath: "/project/Sample.csproj",
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
                metadataReferences: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Where(static path => !Path.GetFileName(path).Contains("CodeAnalysis", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)),
                analyzerReferences: s_compilerFiles.Select(name => new AnalyzerFileReference(Path.Combine(AppContext.BaseDirectory, name + ".dll"), loader))))
            .AddAdditionalDocument(DocumentId.CreateNewId(project), "lab.yaml", SourceText.From(Lab), filePath: "/project/lab.yaml")
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(project),
                ".globalconfig",
                SourceText.From("""
                    is_global = true
                    build_property.MSBuildProjectDirectory = /project
                    [/project/lab.yaml]
                    build_metadata.AdditionalFiles.ConnectionGenTestbed = true
                    build_metadata.AdditionalFiles.ConnectionGenLink = lab.yaml
                    """),
                filePath: "/project/.globalconfig")
            .AddDocument(DocumentId.CreateNewId(project), "Classes.cs", Classes, filePath: "/project/Classes.cs");
        var used = DocumentId.CreateNewId(project);
        return (solution.AddDocument(used, "Use.cs", code.Remove(position, 2), filePath: "/project/Use.cs").GetDocument(used)!, position);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
