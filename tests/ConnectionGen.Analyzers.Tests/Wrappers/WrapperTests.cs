using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.WrapperAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class WrapperTests
{
    private const string Link = """
        [ConnectionClass]
        public partial class LinkConnection(ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            [Service] public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => null!;
            [Service] public virtual Task<int> CopyAsync(string from, int size, CancellationToken cancellationToken = default) => null!;
            [Service] public virtual Task ResetAsync(CancellationToken cancellationToken = default) => null!;
            [Service] public virtual IAsyncEnumerable<string> WatchAsync(CancellationToken cancellationToken = default) => null!;
        }

        """;

    private static DiagnosticResult Expected(string reason, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new DiagnosticResult("CG0016", severity).WithLocation(0).WithMessage($"Wrapper 'Own' never runs: {reason}");

    [Theory]
    [InlineData("typeof(LinkConnection), {0}", "'LinkConnection'")]
    [InlineData("typeof(Connection), service: {0}", "'Connection'")]
    public Task A_service_that_is_not_there_is_pointed_out_and_the_nearest_put_in(string arguments, string of)
    {
        string Code(string name) => Link + $"[ServiceWrapper({arguments.Replace("{0}", name, StringComparison.Ordinal)})] class Own : AnyServiceWrapper {{ }}";
        return new Test(
            Code("{|#0:\"ExecutAsync\"|}"),
            Code("\"ExecuteAsync\""),
            Expected(of + " and the classes derived from it have no service 'ExecutAsync' (did you mean 'ExecuteAsync'?); their services are ExecuteAsync, CopyAsync, ResetAsync, WatchAsync")).PassAsync();
    }

    [Theory]
    [InlineData("ExecuteAsync", "string, int", "ServiceWrapper<string, string>")]
    [InlineData("ExecuteAsync", "(string, int), string", "ServiceWrapper<string, string>")]
    [InlineData("CopyAsync", "string, int", "ServiceWrapper<(string, int), int>")]
    [InlineData("ResetAsync", "string, ValueTuple", "ServiceWrapper<ValueTuple, ValueTuple>")]
    public Task A_typed_wrapper_of_another_signature_is_pointed_out(string service, string types, string allowed) =>
        new Test(
            Link + $"[ServiceWrapper(typeof(LinkConnection), {{|#0:nameof(LinkConnection.{service})|}})] class Own : ServiceWrapper<{types}> {{ }}",
            null,
            Expected($"it is a ServiceWrapper<{types}>, and service '{service}' is wrapped by {allowed}")).PassAsync();

    [Fact]
    public Task A_stream_is_not_wrapped() =>
        new Test(
            Link + "[ServiceWrapper(typeof(LinkConnection), {|#0:\"WatchAsync\"|})] class Own : AnyServiceWrapper { }",
            null,
            Expected("service 'WatchAsync' gives a stream, and streams are not wrapped")).PassAsync();

    [Theory]
    [InlineData("string", "String")]
    [InlineData("IDisposable", "IDisposable")]
    [InlineData("List<>", "List")]
    public Task A_class_that_is_no_connection_class_is_an_error(string type, string name) =>
        new Test(
            $"[ServiceWrapper({{|#0:typeof({type})|}})] class Own : AnyServiceWrapper {{ }}",
            null,
            Expected($"'{name}' is no connection class, since it does not derive from Connection", DiagnosticSeverity.Error)).PassAsync();

    [Theory]
    [InlineData("class {|#0:Own|} { }", "it derives neither from ServiceWrapper<TArgs, TResult> nor from AnyServiceWrapper")]
    [InlineData("abstract class {|#0:Own|} : AnyServiceWrapper { }", "it is abstract, so no object of it can be made")]
    [InlineData("class {|#0:Own|}<T> : AnyServiceWrapper { }", "it is generic or stands in a generic type, so no object of it can be made")]
    [InlineData("class {|#0:Own|} : AnyServiceWrapper { private Own() { } }", "it has no internal or public constructor without parameters")]
    [InlineData("class {|#0:Own|}(int n) : AnyServiceWrapper { public int N => n; }", "it has no internal or public constructor without parameters")]
    [InlineData("file class {|#0:Own|} : AnyServiceWrapper { }", "generated code cannot see it; make it internal or public")]
    public Task A_wrapper_that_cannot_be_made_is_an_error(string declaration, string reason) =>
        new Test("[ServiceWrapper(typeof(Connection))] " + declaration, null, Expected(reason, DiagnosticSeverity.Error)).PassAsync();

    [Fact]
    public Task A_wrapper_in_a_private_or_generic_type_is_an_error() =>
        new Test("""
            class Outer { [ServiceWrapper(typeof(Connection))] private class {|CG0016:Hidden|} : AnyServiceWrapper { } }
            class Outer<T> { [ServiceWrapper(typeof(Connection))] internal class {|CG0016:Inner|} : AnyServiceWrapper { } }
            """).PassAsync();

    [Theory]
    [InlineData("typeof(LinkConnection), \"ExecuteAsync\"", "ServiceWrapper<string, string>")]
    [InlineData("typeof(LinkConnection), \"CopyAsync\", Order = 2", "ServiceWrapper<(string What, int Much), int>")]
    [InlineData("service: \"ResetAsync\", connectionClass: typeof(LinkConnection)", "ServiceWrapper<ValueTuple, ValueTuple>")]
    [InlineData("typeof(Connection), \"ExecuteAsync\"", "ServiceWrapper<string, string>")]
    [InlineData("typeof(Connection)", "ServiceWrapper<string, string>")]
    [InlineData("typeof(LinkConnection), null, Order = 1", "AnyServiceWrapper")]
    [InlineData("typeof(LinkConnection), \"CopyAsync\"", "AnyServiceWrapper")]
    public Task A_wrapper_that_fits_is_silent(string arguments, string from) =>
        new Test(Link + $"[ServiceWrapper({arguments})] public class Own : {from} {{ }}").PassAsync();

    [Fact]
    public Task A_wrapper_without_the_attribute_may_be_anything() =>
        new Test("abstract class Own<T>(int n) : ServiceWrapper<T, T> { public int N => n; }").PassAsync();
}
