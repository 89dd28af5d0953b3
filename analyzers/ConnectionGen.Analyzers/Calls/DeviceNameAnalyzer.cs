using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the names in <c>testbed.Devices["name"]</c>, in calls of testbeds and in <c>[TestbedDevice]</c> against the testbed files: CG1004.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeviceNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CallRules.UnknownDevice];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestbedTypes.Of(start.Compilation, start.Options, start.CancellationToken) is { Items.All.Length: > 0 } types)
            {
                start.RegisterSyntaxNodeAction(node => CheckAccess(node, types), SyntaxKind.ElementAccessExpression);
                start.RegisterSyntaxNodeAction(node => CheckCall(node, types), SyntaxKind.InvocationExpression);
                start.RegisterSyntaxNodeAction(node => CheckMark(node, types), SyntaxKind.Attribute);
            }
        });
    }

    private static void CheckAccess(SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        var access = (ElementAccessExpressionSyntax)context.Node;
        if (access.ArgumentList.Arguments is not [var argument]
            || new DeviceSource(types, context.SemanticModel, context.CancellationToken).TestbedOfDevices(access.Expression) is not { IsForeign: false } testbed)
        {
            return;
        }

        Check(context, argument.Expression, testbed, types);
    }

    private static void CheckCall(SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        if (TestbedCall.From(context.Node, types, context.SemanticModel, context.CancellationToken) is not { Testbed.IsForeign: false } call)
        {
            return;
        }

        foreach (var name in call.Names.Concat(call.Vias.Select(pair => pair.Device)))
        {
            Check(context, name, call.Testbed, types);
        }
    }

    // The mark says itself that a testbed of the project has the device.
    private static void CheckMark(SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        if (context.Node is AttributeSyntax { ArgumentList.Arguments: [var argument] } attribute
            && attribute.Name.ToString().Contains("TestbedDevice")
            && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is { ContainingType.Name: "TestbedDeviceAttribute" } mark
            && types.IsOfLibrary(mark))
        {
            foreach (var name in ConstantTexts.Of(argument.Expression, types.Models, context.SemanticModel, context.CancellationToken))
            {
                CheckUnknown(context, name, types, DiagnosticSeverity.Error);
            }
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, ExpressionSyntax expression, TestbedAnswer testbed, TestbedTypes types)
    {
        foreach (var name in ConstantTexts.Of(expression, types.Models, context.SemanticModel, context.CancellationToken))
        {
            if (testbed.Items.Length > 0)
            {
                CheckKnown(context, name, testbed.Items, types.Items);
            }
            else
            {
                CheckUnknown(context, name, types, DiagnosticSeverity.Warning);
            }
        }
    }

    private static void CheckUnknown(SyntaxNodeAnalysisContext context, ConstantText name, TestbedTypes types, DiagnosticSeverity severity)
    {
        if (types.Items.All.All(item => item.IsWhole && DeviceNames.Find(item, name.Value) is null))
        {
            Report(context, name, types.Items.All, types.Items, severity);
        }
    }

    private static void CheckKnown(SyntaxNodeAnalysisContext context, ConstantText name, ImmutableArray<TestbedItem> possible, TestbedItems all)
    {
        foreach (var item in possible)
        {
            if (item.IsWhole && DeviceNames.Find(item, name.Value) is null)
            {
                Report(context, name, [item], all, DiagnosticSeverity.Error);
                return;
            }
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, ConstantText name, ImmutableArray<TestbedItem> searched, TestbedItems all, DiagnosticSeverity severity)
    {
        var devices = searched.SelectMany(item => item.Document.Devices.Select(device => device.Name)).Distinct(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Find(name.Value, searched.SelectMany(DeviceNames.Of));
        context.ReportDiagnostic(Diagnostic.Create(
            CallRules.UnknownDevice,
            name.Expression.GetLocation(),
            severity,
            searched.Select(item => item.Document.Root?.Find("devices") is { } entry ? item.Locate(entry.Key.Range) : null).OfType<Location>(),
            Candidates.Of(nearest, devices),
            name.Value,
            Wording.List([.. searched.Select(all.NameOf)]),
            Wording.DidYouMean(nearest),
            devices.Length == 0 ? "it has no devices" : $"its devices are {Wording.List(devices)}"));
    }
}
