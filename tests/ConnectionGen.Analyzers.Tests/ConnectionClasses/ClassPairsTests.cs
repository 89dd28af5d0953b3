using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ClassPairsAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ClassPairsTests
{
    private static string Class(string name, string members, string names = "") => $$"""
        [ConnectionClass({{names}})]
        public partial class {{name}}(ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            {{members}}
        }

        """;

    private const string Yaml = "devices:\n  a:\n    connections:\n      x:\n        ip: 192.0.2.1\n        class: cli\n";

    [Fact]
    public Task One_name_for_two_classes_is_pointed_out_where_a_testbed_uses_it() =>
        new Test(Class("{|#0:One|}", "", "\"cli\"") + Class("Two", "", "\"cli\", \"two\""), null,
            new DiagnosticResult(ConnectionClassRules.SameName).WithLocation(0).WithSpan("/0/lab.yaml", 6, 16, 6, 19)
                .WithMessage("Testbed files call both 'One' and 'Two' by the name 'cli', which lab.yaml(6,16) uses; write the full type name there, or give one of them another name in [ConnectionClass]"))
        .WithItem("lab.yaml", Yaml).PassAsync();

    [Fact]
    public Task One_name_that_no_testbed_uses_is_silent() =>
        new Test(Class("One", "", "\"other\"") + Class("Two", "", "\"other\"")).WithItem("lab.yaml", Yaml).PassAsync();

    [Fact]
    public Task Services_that_differ_in_their_result_are_pointed_out() =>
        new Test(
            Class("One", "[Service] public virtual Task<string> GetAsync(string what, CancellationToken cancellationToken = default) => null!;")
            + Class("Two", "[Service] public virtual Task<int> {|#0:GetAsync|}(string what, CancellationToken cancellationToken = default) => null!;"), null,
            new DiagnosticResult(ServiceRules.OtherResult).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage("Service 'GetAsync' of 'Two' gives 'Task<int>', and the one of 'One' with the same parameters 'Task<string>'; through a device or alias neither can be called, only through a connection of a known type")).PassAsync();

    [Theory]
    [InlineData("string which, CancellationToken cancellationToken = default")]
    [InlineData("string what, CancellationToken cancellationToken")]
    public Task Services_that_differ_in_names_or_defaults_are_pointed_out(string parameters) =>
        new Test(
            Class("One", "[Service] public virtual Task<string> GetAsync(string what, CancellationToken cancellationToken = default) => null!;")
            + Class("Two", $"[Service] public virtual Task<string> {{|CG0015:GetAsync|}}({parameters}) => null!;")).PassAsync();

    [Fact]
    public Task Services_of_one_form_or_with_other_parameters_are_silent() =>
        new Test(
            Class("One", "[Service] public virtual Task<string> GetAsync(string what, CancellationToken cancellationToken = default) => null!;")
            + Class("Two", "[Service] public virtual Task<string> GetAsync(string what, CancellationToken cancellationToken = default) => null!; [Service] public virtual int Get(int n) => n;")).PassAsync();
}
