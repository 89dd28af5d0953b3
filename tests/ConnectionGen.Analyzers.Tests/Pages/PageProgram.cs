using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>
/// A block of a page of diagnostics in a program of a user. <c>{ … }</c> and <c>=> …;</c> stand for what does not matter; a connection class is completed by a
/// part that opens and closes nothing, and members are put into a class.
/// </summary>
internal static class PageProgram
{
    private const string Bodies = "protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask; protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;";

    private const string Lab = """
        testbed:
          name: lab
          credentials:
            default: {username: admin, password: "%ENV{LAB_PASSWORD}"}
        devices:
          phoenix:
            os: iosxe
            connections:
              defaults: {via: mgmt}
              mgmt: {protocol: ssh, ip: 192.0.2.1}
              web: {ip: 192.0.2.1, class: RestConnection}
          r2:
            os: iosxe
            connections:
              mgmt: {protocol: ssh, ip: 192.0.2.2}

        """;

    // what pages name and do not show
    private static readonly (string Name, string Text)[] s_classes =
    [
        ("RestConnection", "[ConnectionClass] public partial class RestConnection(ConnectionContext context) : Connection(context) { [Service] public virtual Task<string> GetAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(path); }"),
        ("TelnetConnection", "[ConnectionClass] public partial class TelnetConnection(ConnectionContext context) : Connection(context);"),
        ("SshConnection", "[ConnectionClass] public partial class SshConnection(ConnectionContext context) : Connection(context) { [Service] public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => Task.FromResult(command); }"),
    ];

    public static UserProgram Of(string? code, string? yaml)
    {
        var items = new List<(string, string)> { ("lab.yaml", yaml is null ? Lab : PageTestbed.Of(yaml)) };
        if (yaml?.Contains("with <Testbed Include=\"base.yaml\" />", StringComparison.Ordinal) == true)
            items.Add(("base.yaml", "devices: {}\n"));

        return UserProgram.Of([("Program.cs", Program(code ?? ""))], items, OutputKind.ConsoleApplication);
    }

    private static string Program(string block)
    {
        var code = block.Replace("{ … }", "{ }", StringComparison.Ordinal).Replace("=> …;", "=> throw new InvalidOperationException();", StringComparison.Ordinal);
        if (Unit(code).Members.FirstOrDefault() is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax } or MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax)
            code = $"[ConnectionClass] public partial class TelnetConnection(ConnectionContext context) : Connection(context)\n{{\n{code}\n}}\n";

        var unit = Unit(code);
        var declared = unit.Members.OfType<ClassDeclarationSyntax>().ToList();
        var others = s_classes.Where(one => declared.TrueForAll(type => type.Identifier.Text != one.Name)).Select(static one => one.Text).ToArray();
        var parts = declared.Concat(others.SelectMany(static text => Unit(text).Members.OfType<ClassDeclarationSyntax>())).Where(IsConnection).Select(static type => $"public partial class {type.Identifier.Text} {{ {Bodies} }}");
        var statements = unit.Members.OfType<GlobalStatementSyntax>().Select(static one => one.ToFullString());
        return string.Join('\n', (IEnumerable<string>)
        [
            "using ConnectionGen; using ConnectionGen.Cli;",
            "await using var lab = Lab.Load();",
            .. statements,
            .. declared.Select(static type => type.ToFullString()),
            .. others,
            .. parts,
            "[Testbed(\"lab.yaml\")] public sealed partial class Lab;",
        ]);
    }

    private static bool IsConnection(ClassDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) && type.BaseList?.Types.Any(static one => one.Type.ToString() == "Connection") == true;

    private static CompilationUnitSyntax Unit(string text) => SyntaxFactory.ParseCompilationUnit(text);
}
