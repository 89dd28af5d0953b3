using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.TestbedFileAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>Files that others extend or include are items, too, and are judged as parts of those.</summary>
public sealed class PartTests
{
    private const string Whole = "extends: base.yaml\ndevices:\n  r1: {connections: {mgmt: {command: x}}}\n  r2: '%INCLUDE{parts/r2.yaml}'\n";

    private static DiagnosticResult At(string id, DiagnosticSeverity severity, string file, int line, int column) => new DiagnosticResult(id, severity).WithLocation("/0/" + file, line, column);

    [Fact]
    public Task What_a_part_leaves_to_the_whole_is_no_mistake_of_the_part() => new Test("")
        .WithItem("lab.yaml", Whole)
        .WithItem("base.yaml", "devices:\n  r1: {connections: {defaults: {via: mgmt}}}\n")
        .WithItem("parts/r2.yaml", "os: ios\nconnections: {mgmt: {command: x}}\n")
        .PassAsync();

    [Fact]
    public Task A_mistake_in_a_part_is_told_once_however_many_files_it_is_part_of() => new Test("", null,
            At("CG2005", DiagnosticSeverity.Warning, "base.yaml", 2, 38), At("CG2003", DiagnosticSeverity.Warning, "parts/r2.yaml", 1, 1))
        .WithItem("lab.yaml", Whole)
        .WithItem("other.yaml", Whole)
        .WithItem("base.yaml", "devices:\n  r1: {connections: {defaults: {via: mgnt}}}\n")
        .WithItem("parts/r2.yaml", "platfrom: x\nconnections: {mgmt: {command: x}}\n")
        .PassAsync();

    [Fact]
    public Task A_file_that_is_no_item_is_named_with_the_item_to_add() => new Test("", null,
            At("CG2013", DiagnosticSeverity.Error, "lab.yaml", 1, 10).WithMessage("there is no file 'base.yaml'; where it exists, the project must name it, too: <Testbed Include=\"base.yaml\" />"))
        .WithItem("lab.yaml", "extends: base.yaml\ndevices: {}\n")
        .PassAsync();

    [Theory]
    [InlineData("../base.yaml", "base.yaml")]
    [InlineData("parts/base.yaml", "labs/parts/base.yaml")]
    [InlineData("../../common/base.yaml", "/common/base.yaml")]
    [InlineData("/common/base.yaml", "/common/base.yaml")]
    public Task A_file_that_is_no_item_is_named_as_the_project_names_it(string written, string named) => new Test("", null,
            At("CG2013", DiagnosticSeverity.Error, "labs/lab.yaml", 1, 10).WithMessage($"there is no file '{named}'; where it exists, the project must name it, too: <Testbed Include=\"{named}\" />"))
        .WithItem("labs/lab.yaml", $"extends: {written}\ndevices: {{}}\n")
        .PassAsync();

    [Fact]
    public Task A_circle_of_files_is_named_as_the_project_names_them() => new Test("", null,
            At("CG2013", DiagnosticSeverity.Error, "lab.yaml", 1, 10).WithMessage("'parts/base.yaml' goes in a circle: parts/base.yaml -> lab.yaml -> parts/base.yaml"),
            At("CG2013", DiagnosticSeverity.Error, "parts/base.yaml", 1, 10).WithMessage("'../lab.yaml' goes in a circle: lab.yaml -> parts/base.yaml -> lab.yaml"))
        .WithItem("lab.yaml", "extends: parts/base.yaml\ndevices: {}\n")
        .WithItem("parts/base.yaml", "extends: ../lab.yaml\n")
        .PassAsync();

    [Fact]
    public Task Classes_of_the_program_decide_about_their_names_and_arguments() => new Test(
            """
            [ConnectionClass("probe", NeedsCredentials = true)]
            public partial class ProbeConnection(ConnectionContext context, int width = 80, Shade shade = Shade.Dark) : Connection(context)
            {
                public (int, Shade) All => (width, shade);
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            }

            public enum Shade { Dark, Light }
            """, null,
            At("CG2018", DiagnosticSeverity.Info, "lab.yaml", 2, 3).WithMessage("'r1' has no credentials, and ProbeConnection logs in on path 'a'; write 'credentials:' with 'default:' below the device, or below 'testbed:' for all"),
            At("CG2008", DiagnosticSeverity.Warning, "lab.yaml", 4, 47).WithMessage("'shade' of path 'a' of device 'r1' is 'ligt'; expected one of Dark, Light; did you mean 'Light'?"),
            At("CG2007", DiagnosticSeverity.Warning, "lab.yaml", 4, 65).WithMessage("'widht' of path 'a' of device 'r1' is no argument of ProbeConnection; did you mean 'width'? There are width, shade"),
            At("CG2006", DiagnosticSeverity.Warning, "lab.yaml", 5, 18).WithMessage("'prob', which the testbed names for 'r1', is the name of no connection class; did you mean 'probe'? There is only probe"))
        .WithItem("lab.yaml", """
            devices:
              r1:
                connections:
                  a: {class: probe, ip: 192.0.2.1, shade: ligt, arguments: {widht: 1}}
                  b: {class: prob}
            """)
        .PassAsync();
}
