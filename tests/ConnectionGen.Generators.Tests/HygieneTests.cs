using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

/// <summary>Generated code compiles without a warning, whatever the project's options and whatever its types are called.</summary>
public sealed class HygieneTests
{
    private const string Members = Execute + """
            [Service] public virtual ValueTask<int> CountAsync(IReadOnlyList<string?>? texts = null, int most = int.MaxValue) => default;
            [Service(NeedsLease = true)] public virtual void Send(params byte[] bytes) { }
            [Service] public virtual IAsyncEnumerable<string> LinesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
        """;

    private static Project Sample => Project.Of(
        Usings + Class("EchoConnection", Members, ", int width = 80, TimeSpan? timeout = null, params string[] words"),
        "[ConnectionGen.Testbed(\"lab.yaml\")] public partial class Lab;").With("/project/lab.yaml", Yaml);

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Any_language_that_can_use_the_library_compiles_it(LanguageVersion version) =>
        (Sample with { Language = new CSharpParseOptions(version, DocumentationMode.Diagnose) }).Generate().Compiles();

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public void It_compiles_with_and_without_documentation(DocumentationMode mode) =>
        (Sample with { Language = new CSharpParseOptions(LanguageVersion.CSharp14, mode) }).Generate().Compiles();

    [Theory]
    [InlineData(true, false, NullableContextOptions.Enable)]
    [InlineData(false, true, NullableContextOptions.Enable)]
    [InlineData(true, true, NullableContextOptions.Disable)]
    [InlineData(false, false, NullableContextOptions.Annotations)]
    public void Any_options_compile_it(bool isChecked, bool isUnsafe, NullableContextOptions nullable)
    {
        var compilation = Sample.Compile();
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(isChecked).WithAllowUnsafe(isUnsafe).WithNullableContextOptions(nullable)
            .WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem("CS8632", ReportDiagnostic.Suppress)));
        new Generated(compilation, Sample.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken)).Compiles();
    }

    [Theory]
    [InlineData("Func")]
    [InlineData("Action")]
    [InlineData("Exception")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    [InlineData("CancellationToken")]
    [InlineData("TimeSpan")]
    [InlineData("Device")]
    [InlineData("Connection")]
    [InlineData("ConnectionPool")]
    [InlineData("ConnectionHandle")]
    [InlineData("ConnectionContext")]
    [InlineData("Testbed")]
    [InlineData("Via")]
    [InlineData("String")]
    public void A_type_of_the_user_in_the_global_namespace_does_no_harm(string name) =>
        Harmless($"public class {name} {{ }}");

    [Theory]
    [InlineData("namespace Mine.System { public class Threading { } }")]
    [InlineData("namespace Mine.ConnectionGen { public class Device { } public class Connection { } }")]
    [InlineData("namespace Mine.Mine { public class Mine { } }")]
    [InlineData("namespace Mine.EchoConnection.Lab { public class Lab { } }")]
    [InlineData("namespace Mine.Microsoft.CodeAnalysis { public class Embedded { } }")]
    public void A_namespace_of_the_user_does_no_harm(string declared) => Harmless(declared);

    // what the generator makes of classes in the namespace Mine, beside what the user has there
    private static void Harmless(string declared)
    {
        const string context = "global::ConnectionGen.ConnectionContext";
        const string token = "global::System.Threading.CancellationToken";
        const string task = "global::System.Threading.Tasks.Task";
        Project.Of(declared, $$"""
            namespace Mine
            {
                [global::ConnectionGen.ConnectionClass]
                public partial class OwnConnection({{context}} context, int width = 80, global::System.TimeSpan? timeout = null) : global::ConnectionGen.Connection(context)
                {
                    protected override {{task}} OpenAsync({{token}} cancellationToken) => {{task}}.CompletedTask;
                    protected override {{task}} CloseAsync({{token}} cancellationToken) => {{task}}.CompletedTask;
                    [global::ConnectionGen.Service] public virtual {{task}}<string> ExecuteAsync(string text, {{token}} cancellationToken = default) => {{task}}.FromResult(text);
                    [global::ConnectionGen.Service] public virtual global::System.Collections.Generic.IAsyncEnumerable<string> LinesAsync() => throw new global::System.NotSupportedException();
                }

                [global::ConnectionGen.Testbed("lab.yaml")]
                public partial class OwnLab;
            }
            """).With("/project/lab.yaml", Yaml).Generate().Compiles();
    }
}
