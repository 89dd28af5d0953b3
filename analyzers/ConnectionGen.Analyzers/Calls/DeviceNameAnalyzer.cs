using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the names in <c>testbed.Devices["name"]</c> against the testbed files: CG1004.</summary>
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
                start.RegisterSyntaxNodeAction(node => Check(node, types), SyntaxKind.ElementAccessExpression);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        var access = (ElementAccessExpressionSyntax)context.Node;
        if (access.ArgumentList.Arguments is not [var argument]
            || new DeviceSource(types, context.SemanticModel, context.CancellationToken).TestbedOfDevices(access.Expression) is not { IsForeign: false } testbed)
        {
            return;
        }

        foreach (var name in ConstantTexts.Of(argument.Expression, context.SemanticModel, context.CancellationToken))
        {
            if (testbed.Items.Length > 0)
            {
                CheckKnown(context, name, testbed.Items, types.Items);
            }
            else if (types.Items.All.All(item => item.IsWhole) && types.Items.All.All(item => DeviceNames.Find(item, name.Value) is null))
            {
                Report(context, name, types.Items.All, types.Items, DiagnosticSeverity.Warning);
            }
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
