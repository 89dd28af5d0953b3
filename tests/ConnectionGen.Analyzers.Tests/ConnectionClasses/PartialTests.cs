using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.PartialAnalyzer, ConnectionGen.CodeFixes.ModifierFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class PartialTests
{
    private const string Body = """
        (ConnectionContext context) : Connection(context)
        {
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task A_connection_class_must_be_partial() =>
        new Test(
            "/// <summary>Mine.</summary>\n[ConnectionClass]\npublic class {|#0:Mine|}" + Body,
            "/// <summary>Mine.</summary>\n[ConnectionClass]\npublic partial class Mine" + Body,
            new DiagnosticResult(ConnectionClassRules.NotPartial).WithLocation(0)
                .WithMessage("'Mine' must be partial, because [ConnectionClass] makes the generator add members to it")).PassAsync();

    [Fact]
    public Task Every_type_around_it_must_be_partial_too() =>
        new Test(
            "public static class {|#0:Outer|}\n{\n[ConnectionClass]\npublic partial class Mine" + Body + "\n}",
            "public static partial class Outer\n{\n[ConnectionClass]\npublic partial class Mine" + Body + "\n}",
            new DiagnosticResult(ConnectionClassRules.NotPartial).WithLocation(0)
                .WithMessage("'Outer' must be partial, because the generator adds members to 'Mine' in it")).PassAsync();

    [Fact]
    public Task A_testbed_class_must_be_partial() =>
        new Test("[Testbed(\"x.yaml\")]\ninternal class {|CG0001:Bed|} { }", "[Testbed(\"x.yaml\")]\ninternal partial class Bed { }").PassAsync();

    [Fact]
    public Task Partial_classes_and_others_are_silent() =>
        new Test("class Plain;\npartial class Outer { [ConnectionClass] public partial class Nested" + Body + " }\n[ConnectionClass] public partial class Mine" + Body).PassAsync();
}
