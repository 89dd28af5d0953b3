using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ServiceAnalyzer, ConnectionGen.CodeFixes.ModifierFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ServiceTests
{
    private static string Class(string members) => $$"""
        [ConnectionClass]
        public partial class Mine(ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            {{members}}
        }
        """;

    [Fact]
    public Task A_service_must_be_virtual() =>
        new Test(
            Class("/// <summary>Executes.</summary>\n    [Service]\n    public async Task<string> {|#0:ExecuteAsync|}(string command, CancellationToken cancellationToken = default) => command;"),
            Class("/// <summary>Executes.</summary>\n    [Service]\n    public virtual async Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => command;"),
            new DiagnosticResult(ServiceRules.NotVirtual).WithLocation(0)
                .WithMessage("Service 'ExecuteAsync' must be virtual; as it is, a call of it passes by the connection's gate, wrappers, log and trace")).PassAsync();

    [Fact]
    public Task A_sealed_override_is_opened() =>
        new Test(
            Class("[Service] public sealed override string {|CG0004:ToString|}() => \"\";"),
            Class("[Service] public override string ToString() => \"\";")).PassAsync();

    [Theory]
    [InlineData("[Service] public virtual Task RunAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;")]
    [InlineData("[Service] public override string ToString() => \"\";")]
    [InlineData("public Task NotAServiceAsync() => Task.CompletedTask;")]
    public Task A_service_that_can_be_overridden_is_silent(string member) => new Test(Class(member)).PassAsync();
}
