using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Benchmarks.Compiler;

/// <summary>A project in memory: sources, a file that edits change, and the testbed file of a lab.</summary>
internal sealed class LargeProject
{
    private const string Usings = "using System; using System.Threading; using System.Threading.Tasks; using ConnectionGen;\n";
    private const int CallsAMethod = 20;
    private const int MethodsAFile = 10;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).Contains("CodeAnalysis", StringComparison.Ordinal) && !Path.GetFileName(path).Contains("Benchmark", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp14);

    private LargeProject(IEnumerable<string> sources, string? testbed)
    {
        var trees = sources.Select(static (text, n) => Parse(text, $"File{n}.cs")).Append(Parse(Edited(0), "Edited.cs"));
        Compilation = CSharpCompilation.Create(
            "Large", trees, s_references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Files = testbed is null ? [] : [new TestbedText("/project/lab.yaml", testbed)];
    }

    public CSharpCompilation Compilation { get; private set; }

    public AdditionalText[] Files { get; }

    public AnalyzerConfigOptionsProvider Options { get; } = new ItemOptions();

    /// <summary>Connection classes, devices and calls.</summary>
    public static LargeProject OfConnections(int classes, int devices, int calls) => new(
        Enumerable.Range(0, classes).Select(ConnectionClass)
            .Concat(Enumerable.Range(0, calls / (CallsAMethod * MethodsAFile)).Select(file => Calls(file, classes, devices)))
            .Concat(devices == 0 ? [] : [Usings + "[Testbed(\"lab.yaml\")] public partial class Lab;"])
            .Append("System.Console.WriteLine();"),
        devices == 0 ? null : Testbed(classes, devices));

    /// <summary>A lab alone: devices with interfaces.</summary>
    public static LargeProject OfLab(int devices, int interfaces) => new(
        [Usings + "[Testbed(\"lab.yaml\")] public partial class Lab;", "System.Console.WriteLine();"],
        Testbed(classes: 1, devices) + Topology(devices, interfaces));

    /// <summary>As many types as another generator would be given.</summary>
    public static LargeProject Of(int types, Func<int, string> type) => new(Enumerable.Range(0, types).Select(n => "#nullable enable\n" + type(n)).Append("System.Console.WriteLine();"), testbed: null);

    public GeneratorDriver Driver(IEnumerable<ISourceGenerator> generators, bool areStepsTracked = false) =>
        CSharpGeneratorDriver.Create(generators, Files, s_language, Options, new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: areStepsTracked));

    /// <summary>The project after an edit of one method's body.</summary>
    public CSharpCompilation Edit(int number)
    {
        var tree = Compilation.SyntaxTrees[^1];
        return Compilation = Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(Edited(number), Encoding.UTF8)));
    }

    private static string Edited(int number) => string.Create(CultureInfo.InvariantCulture, $"public static class Edited {{ public static int Number() {{ return {number}; }} }}\n");

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_language, "/project/" + path);

    // every class has a service that all have and one of its own
    private static string ConnectionClass(int n) => Usings + string.Create(CultureInfo.InvariantCulture, $$"""
        namespace Classes.N{{n}};

        [ConnectionClass]
        public partial class Kind{{n}}Connection(ConnectionContext context, int termWidth = 80, string? user = null) : Connection(context)
        {
            [Service]
            public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => Task.FromResult(command + termWidth + user);

            [Service]
            public virtual Task<int> Own{{n}}Async(int value, CancellationToken cancellationToken = default) => Task.FromResult(value);

            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }
        """);

    private static string Calls(int file, int classes, int devices)
    {
        var text = new StringBuilder(Usings).Append(CultureInfo.InvariantCulture, $"namespace Tests;\n\npublic static class File{file}\n{{\n");
        for (var method = 0; method < MethodsAFile; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    public static async Task Test{method}Async(Lab lab)\n    {{\n");
            for (var call = 0; call < CallsAMethod; call += 5)
            {
                var n = ((file * MethodsAFile) + method) * CallsAMethod + call;
                var (device, kind) = (n % devices, n % devices % classes);
                text.Append(CultureInfo.InvariantCulture, $$"""
                            await lab.R{{device}}.ConnectAsync(alias: "vty_{{call}}", via: "mgmt");
                            Console.WriteLine(await lab.R{{device}}.Alias("vty_{{call}}").ExecuteAsync("show version"));
                            var device{{call}} = lab.Devices["r{{device}}"];
                            await device{{call}}.ConnectAsync("con_{{call}}", "console");
                            await device{{call}}.Own{{kind}}Async({{call}});

                    """);
            }

            text.Append("    }\n\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Testbed(int classes, int devices)
    {
        var text = new StringBuilder("devices:\n");
        for (var n = 0; n < devices; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  r{{n}}:
                    os: linux
                    type: router
                    connections:
                      defaults: { class: Kind{{n % classes}}Connection, alias: main, via: mgmt }
                      mgmt: { protocol: ssh, ip: 192.0.2.1 }
                      console: { protocol: telnet, ip: 192.0.2.2, port: 2001 }

                """);
        }

        return text.ToString();
    }

    private static string Topology(int devices, int interfaces)
    {
        var text = new StringBuilder("topology:\n");
        for (var n = 0; n < devices; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{n}:\n    interfaces:\n");
            for (var port = 0; port < interfaces; port++)
            {
                text.Append(CultureInfo.InvariantCulture, $"      eth1/{port}: {{ type: ethernet, link: l{(n + (port & 1)) % devices}-{port / 2}, ipv4: 192.0.2.{port}/24 }}\n");
            }
        }

        return text.ToString();
    }

    private sealed class TestbedText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    // what ConnectionGen.targets makes visible to the compiler
    private sealed class ItemOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(("build_property.MSBuildProjectDirectory", "/project"));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Values.None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Values.OfItem;
    }

    private sealed class Values(params (string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        public static readonly Values None = new();

        public static readonly Values OfItem = new(("build_metadata.AdditionalFiles.ConnectionGenTestbed", "true"), ("build_metadata.AdditionalFiles.ConnectionGenLink", "lab.yaml"));

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = values.FirstOrDefault(pair => pair.Key == key).Value;
            return value is not null;
        }
    }
}
