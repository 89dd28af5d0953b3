using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Compares the class that a call asks for with the one that the path declares: CG1006.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CallRules.OtherClass];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestbedTypes.Of(start.Compilation, start.Options, start.CancellationToken) is { Items.All.Length: > 0 } types
                && MarkedMethods.Of(start.Compilation, start.CancellationToken) is { } methods
                && LibraryTypes.Of(start.Compilation) is { } library)
            {
                var classes = new ClassNames(start.Compilation, library);
                start.RegisterSyntaxNodeAction(node => Check(node, types, methods, library, classes), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, TestbedTypes types, MarkedMethods methods, LibraryTypes library, ClassNames classes)
    {
        if (MarkedCall.From(context.Node, methods, context.SemanticModel, context.CancellationToken) is not { } call
            || call.Marked.Via.Count == 0
            || Asked(call.Method.ReturnType, library) is not { } asked)
        {
            return;
        }

        foreach (var parameter in call.Marked.Via)
        {
            if (call.Argument(parameter) is { } argument)
            {
                foreach (var via in ConstantTexts.Of(argument, types.Models, context.SemanticModel, context.CancellationToken))
                {
                    Check(context, via, call.Device(new DeviceSource(types, context.SemanticModel, context.CancellationToken), types), asked, classes);
                }
            }
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, ConstantText via, DeviceAnswer device, INamedTypeSymbol asked, ClassNames classes)
    {
        foreach (var group in device.Alternatives)
        {
            if (group is [{ Item: { } item, Node: { } node }]
                && node.Paths.FirstOrDefault(path => path.Name == via.Value)?.Body["class"] is YamlScalar { IsNull: false } name
                && classes.Find(name.Text) is { } declared
                && !LibraryTypes.IsOrDerivesFrom(asked, declared)
                && !LibraryTypes.IsOrDerivesFrom(declared, asked))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CallRules.OtherClass, via.Expression.GetLocation(), [item.Locate(name.Range)], via.Value, node.Name, name.Text, asked.Name, $", see {Wording.Place(name.Range)}"));
            }
        }
    }

    // The connection class that a call makes; null where it leaves that to the testbed.
    private static INamedTypeSymbol? Asked(ITypeSymbol returned, LibraryTypes library)
    {
        var type = returned as INamedTypeSymbol;
        if (type is { Name: "Task" or "ValueTask", TypeArguments: [INamedTypeSymbol result] })
        {
            type = result;
        }

        if (type is { Name: "ConnectionPool", TypeArguments: [INamedTypeSymbol worker] })
        {
            type = worker;
        }

        return type is not null && LibraryTypes.Find(type, library.ConnectionClass) is not null ? type : null;
    }
}
