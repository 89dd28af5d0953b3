using ConnectionGen.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ConnectionClassAnalyzer, ConnectionGen.CodeFixes.ModifierFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ConnectionClassTests
{
    private const string Body = """
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }

        """;

    private static string Class(string arguments, string members = "") => $$"""
        [ConnectionClass]
        public partial class Mine(ConnectionContext context{{arguments}}) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            {{members}}
        }
        """;

    [Fact]
    public Task A_connection_class_derives_from_Connection() =>
        new CodeTest<ConnectionClassAnalyzer, BaseClassFix>(
            "[ConnectionClass]\npublic partial class {|#0:Mine|}(ConnectionContext context) // mine\n{\n}\n",
            "[ConnectionClass]\npublic partial class Mine(ConnectionContext context) : Connection(context) // mine\n{\n}\n",
            new DiagnosticResult(ConnectionClassRules.NotAConnection).WithLocation(0)
                .WithMessage("'Mine' is marked [ConnectionClass], but does not derive from ConnectionGen.Connection"))
        { CompilerDiagnostics = CompilerDiagnostics.None }.PassAsync();

    [Fact]
    public Task The_base_class_comes_before_interfaces() =>
        new CodeTest<ConnectionClassAnalyzer, BaseClassFix>(
            "[ConnectionClass] public partial class {|CG0002:Mine|} : IDisposable { public void Dispose() { } }",
            "[ConnectionClass] public partial class {|CG0007:Mine|} : Connection, IDisposable { public void Dispose() { } }")
        { CompilerDiagnostics = CompilerDiagnostics.None }.PassAsync();

    [Fact]
    public Task A_pool_is_no_connection_class() =>
        new Test("[ConnectionClass] public partial class {|#0:Mine|}(ConnectionPool pool) : ConnectionPool { }", null,
            new DiagnosticResult(ConnectionClassRules.NotAConnection).WithLocation(0)
                .WithMessage("'Mine' is marked [ConnectionClass], but derives from ConnectionPool; a pool is made of connections and made by ConnectPoolAsync"))
        { CompilerDiagnostics = CompilerDiagnostics.None }.PassAsync();

    [Fact]
    public Task A_sealed_class_is_unsealed() =>
        new Test(
            "[ConnectionClass]\npublic sealed partial class {|#0:Mine|}(ConnectionContext context) : Connection(context)\n" + Body,
            "[ConnectionClass]\npublic partial class Mine(ConnectionContext context) : Connection(context)\n" + Body,
            new DiagnosticResult(ConnectionClassRules.CannotDerive).WithLocation(0).WithMessage("'Mine' cannot be a connection class, because it is sealed")).PassAsync();

    [Theory]
    [InlineData("[ConnectionClass] public abstract partial class {|CG0003:Mine|}(ConnectionContext context) : Connection(context);")]
    [InlineData("[ConnectionClass] public partial class {|CG0003:Mine|}<T>(ConnectionContext context) : Connection(context)")]
    [InlineData("[ConnectionClass] file partial class {|CG0003:Mine|}(ConnectionContext context) : Connection(context)")]
    [InlineData("partial class Outer<T> { [ConnectionClass] public partial class {|CG0003:Mine|}(ConnectionContext context) : Connection(context)", "}")]
    [InlineData("partial class Outer { [ConnectionClass] private partial class {|CG0003:Mine|}(ConnectionContext context) : Connection(context)", "}")]
    public Task What_cannot_be_derived_from_is_refused(string declaration, string end = "") =>
        new Test(declaration + (declaration.EndsWith(';') ? "" : "\n" + Body) + end).PassAsync();

    [Theory]
    [InlineData("[ConnectionClass] public partial class {|CG0007:Mine|} : Connection { public Mine(int width, ConnectionContext context) : base(context) { }")]
    [InlineData("[ConnectionClass] public partial class {|CG0007:Mine|} : Connection { public Mine(ConnectionContext context) : base(context) { } public Mine(ConnectionContext context, int width) : base(context) { }")]
    public Task There_is_one_way_to_make_a_connection(string declaration) => new Test(declaration + Body.TrimStart()[1..]).PassAsync();

    [Theory]
    [InlineData(", ref int {|CG0006:width|}")]
    [InlineData(", ReadOnlySpan<char> {|CG0006:text|}")]
    [InlineData(", Action {|CG0010:log|}")]
    [InlineData(", Queue<int> {|CG0010:ports|}")]
    [InlineData(", string? {|CG0012:via|} = null")]
    [InlineData(", string {|CG0012:alias|} = \"\"")]
    [InlineData(", CancellationToken {|CG0012:cancellationToken|} = default")]
    public Task Arguments_that_cannot_be_given_are_pointed_out(string arguments) => new Test(Class(arguments)).PassAsync();

    [Fact]
    public Task A_required_member_cannot_be_set() =>
        new Test(Class("", "public required string {|#0:Prompt|} { get; init; }"), null,
            new DiagnosticResult(ConnectionClassRules.RequiredMember).WithLocation(0)
                .WithMessage("'Prompt' is required, but the library makes connections of 'Mine' and cannot set it; take it as a constructor parameter")).PassAsync();

    [Theory]
    [InlineData("")]
    [InlineData(", int width = 80, TimeSpan? timeout = null, DayOfWeek day = DayOfWeek.Monday, IReadOnlyList<string>? names = null")]
    [InlineData(", string host, Uri home, System.Net.IPAddress address, IReadOnlyDictionary<string, string> map, decimal price, char mark")]
    [InlineData(", Action? log = null, params int[] ports")]
    public Task A_right_class_is_silent(string arguments) => new Test(Class(arguments)).PassAsync();
}
