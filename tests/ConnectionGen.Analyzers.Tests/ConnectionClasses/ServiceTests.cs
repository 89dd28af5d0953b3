using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ServiceAnalyzer, ConnectionGen.CodeFixes.ModifierFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ServiceTests
{
    private const string Base = """
        public abstract class Root(ConnectionContext context) : Connection(context)
        {
            public abstract Task RunAsync(CancellationToken cancellationToken);
        }

        """;

    private static string Class(string members, string root = "Connection(context)", string lead = "") => $$"""
        [ConnectionClass]
        public partial class Mine(ConnectionContext context) : {{root}}
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            {{lead}}{{members}}
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
            Base + Class("public sealed override Task {|CG0004:RunAsync|}(CancellationToken cancellationToken) => Task.CompletedTask;", "Root(context)", "[Service] "),
            Base + Class("public override Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;", "Root(context)", "[Service] ")).PassAsync();

    [Theory]
    [InlineData("[Service] public virtual Task RunAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;")]
    [InlineData("[Service] public virtual string Show(string what) => what;")]
    [InlineData("[Service] public virtual IAsyncEnumerable<int> CountAsync(int to, CancellationToken cancellationToken = default) => null!;")]
    [InlineData("public Task NotAServiceAsync() => Task.CompletedTask;")]
    public Task A_service_that_can_be_overridden_is_silent(string member) => new Test(Class(member)).PassAsync();

    [Theory]
    [InlineData("private", "Service 'RunAsync' must be a public instance method, but it is private")]
    [InlineData("protected", "Service 'RunAsync' must be a public instance method, but it is protected")]
    [InlineData("internal static", "Service 'RunAsync' must be a public instance method, but it is static")]
    public Task A_service_must_be_public(string modifiers, string message) =>
        new Test(
            Class($"[Service]\n    {modifiers} Task {{|#0:RunAsync|}}(CancellationToken cancellationToken = default) => Task.CompletedTask;"),
            Class("[Service]\n    public virtual Task RunAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;"),
            new DiagnosticResult(ServiceRules.NotPublic).WithLocation(0).WithMessage(message)).PassAsync();

    [Theory]
    [InlineData("[Service] public virtual void Read(ref int {|CG0006:count|}) { }")]
    [InlineData("[Service] public virtual void Read(out int {|CG0006:count|}) { count = 0; }")]
    [InlineData("[Service] public virtual void Read(in int {|CG0006:count|}) { }")]
    [InlineData("[Service] public virtual void Read(ReadOnlySpan<char> {|CG0006:text|}) { }")]
    [InlineData("[Service] public virtual Span<char> {|CG0006:Read|}() => default;")]
    [InlineData("[Service] public virtual T Read<{|CG0006:T|}>() => default!;")]
    public Task What_cannot_be_kept_while_waiting_is_refused(string member) => new Test(Class(member)).PassAsync();

    [Fact]
    public Task The_message_says_why_a_parameter_cannot_be_passed_on() =>
        new Test(Class("[Service] public virtual void Read(ReadOnlySpan<char> {|#0:text|}) { }"), null,
            new DiagnosticResult(ServiceRules.CannotForward).WithLocation(0)
                .WithMessage("Parameter 'text' of 'Read' cannot be passed on, because 'ReadOnlySpan<char>' is a ref struct")).PassAsync();

    [Theory]
    [InlineData("Device", "Alias")]
    [InlineData("twin", "ConnectAsync")]
    public Task A_service_that_the_device_would_hide_is_pointed_out(string why, string name) =>
        new Test(Class($"[Service] public virtual Task {{|CG0014:{name}|}}(string {why}, CancellationToken cancellationToken = default) => Task.CompletedTask;")).PassAsync();
}

public sealed class ServiceTokenTests
{
    private static CodeTest<ServiceAnalyzer, CodeFixes.TokenFix> Test(string before, string after) => new(Class(before), Class(after));

    private static string Class(string member) => $$"""
        [ConnectionClass]
        public partial class Mine(ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            {{member}}
        }
        """;

    [Theory]
    [InlineData(
        "[Service] public virtual Task {|CG0011:RunAsync|}(string command) => Task.CompletedTask;",
        "[Service] public virtual Task RunAsync(string command, CancellationToken cancellationToken = default) => Task.CompletedTask;")]
    [InlineData(
        "[Service] public virtual ValueTask<int> {|CG0011:RunAsync|}() => default;",
        "[Service] public virtual ValueTask<int> RunAsync(CancellationToken cancellationToken = default) => default;")]
    [InlineData(
        "[Service] public virtual Task {|CG0011:RunAsync|}(params string[] commands) => Task.CompletedTask;",
        "[Service] public virtual Task RunAsync(CancellationToken cancellationToken = default, params string[] commands) => Task.CompletedTask;")]
    public Task An_asynchronous_service_gets_a_token(string before, string after) => Test(before, after).PassAsync();
}
