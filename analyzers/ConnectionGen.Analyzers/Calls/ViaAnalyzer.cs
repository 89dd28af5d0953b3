using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the paths that calls name against the testbed files: CG1001 and CG1007.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ViaAnalyzer : DiagnosticAnalyzer
{
    private const string Defaults = "defaults";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CallRules.UnknownPath, CallRules.DefaultsAsPath];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestbedTypes.Of(start.Compilation, start.Options, start.CancellationToken) is { } types
                && MarkedMethods.Of(start.Compilation, start.CancellationToken) is { } methods)
            {
                start.RegisterSyntaxNodeAction(
                    node => Check(node, types, methods),
                    SyntaxKind.InvocationExpression,
                    SyntaxKind.ObjectCreationExpression,
                    SyntaxKind.ImplicitObjectCreationExpression,
                    SyntaxKind.BaseConstructorInitializer,
                    SyntaxKind.ThisConstructorInitializer,
                    SyntaxKind.PrimaryConstructorBaseType);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, TestbedTypes types, MarkedMethods methods)
    {
        if (MarkedCall.From(context.Node, methods, context.SemanticModel, context.CancellationToken) is not { } call)
        {
            CheckVias(context, types);
            return;
        }

        DeviceAnswer? device = null;
        foreach (var parameter in call.Marked.Via)
        {
            if (call.Argument(parameter) is not { } argument)
            {
                continue;
            }

            foreach (var via in ConstantTexts.Of(argument, types.Models, context.SemanticModel, context.CancellationToken))
            {
                device ??= call.Device(new DeviceSource(types, context.SemanticModel, context.CancellationToken), types);
                Check(context, via, device, types.Items);
            }
        }
    }

    // lab.ConnectAsync(vias: new() { ["phoenix"] = "mgmt" })
    private static void CheckVias(SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        if (TestbedCall.From(context.Node, types, context.SemanticModel, context.CancellationToken) is not { Vias.Count: > 0 } call)
        {
            return;
        }

        var source = new DeviceSource(types, context.SemanticModel, context.CancellationToken);
        foreach (var (device, path) in call.Vias)
        {
            foreach (var via in ConstantTexts.Of(path, types.Models, context.SemanticModel, context.CancellationToken))
            {
                Check(context, via, source.Named(call.Testbed, device), types.Items);
            }
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, ConstantText via, DeviceAnswer device, TestbedItems items)
    {
        if (via.Value == Defaults)
        {
            ReportDefaults(context, via, device);
        }
        else if (device.IsKnown)
        {
            CheckKnown(context, via, device);
        }
        else if (!device.IsForeign && items.All.Length > 0 && items.All.All(item => item.IsWhole))
        {
            CheckUnknown(context, via, items);
        }
    }

    private static void CheckKnown(SyntaxNodeAnalysisContext context, ConstantText via, DeviceAnswer device)
    {
        foreach (var group in device.Alternatives)
        {
            if (group.Any(known => known.Item is { IsWhole: false } || known.Paths.Contains(via.Value, StringComparer.Ordinal)))
            {
                continue;
            }

            var paths = Distinct(group.SelectMany(known => known.Paths));
            var nearest = NearestName.Find(via.Value, paths);
            context.ReportDiagnostic(Diagnostic.Create(
                CallRules.UnknownPath,
                via.Expression.GetLocation(),
                group.SelectMany(known => known.Locations),
                MissingPath.AddTo(Candidates.Of(nearest, paths), group, via.Value),
                via.Value,
                group is [var only] ? $"device '{only.Name}'" : $"any of the devices {Wording.List([.. group.Select(known => known.Name)])}",
                Wording.DidYouMean(nearest),
                group is [{ } one] ? Has("it has", paths) + one.Place : Has("they have", paths)));
            return;
        }
    }

    // Which device it is cannot be seen, so that only a path that no device has is worth a word.
    private static void CheckUnknown(SyntaxNodeAnalysisContext context, ConstantText via, TestbedItems items)
    {
        var paths = Distinct(items.All.SelectMany(item => item.Document.Devices.SelectMany(device => device.Paths.Select(path => path.Name))));
        if (paths.Contains(via.Value, StringComparer.Ordinal))
        {
            return;
        }

        var nearest = NearestName.Find(via.Value, paths);
        context.ReportDiagnostic(Diagnostic.Create(
            CallRules.UnknownPath,
            via.Expression.GetLocation(),
            DiagnosticSeverity.Warning,
            additionalLocations: null,
            Candidates.Of(nearest, paths),
            via.Value,
            $"any device of {Wording.List([.. items.All.Select(items.NameOf)])}",
            Wording.DidYouMean(nearest),
            Has("they have", paths)));
    }

    private static void ReportDefaults(SyntaxNodeAnalysisContext context, ConstantText via, DeviceAnswer device)
    {
        var paths = Distinct(device.Alternatives.SelectMany(group => group).SelectMany(known => known.Paths));
        context.ReportDiagnostic(Diagnostic.Create(
            CallRules.DefaultsAsPath,
            via.Expression.GetLocation(),
            device.Alternatives.SelectMany(group => group).SelectMany(known => known.Locations),
            Candidates.Of(nearest: null, paths),
            paths.Length == 0 ? "leave 'via' out to use the default path" : $"leave 'via' out to use the default path, or name one of {Wording.List(paths)}"));
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];

    private static string Has(string lead, ImmutableArray<string> paths) => paths.Length == 0 ? $"{lead} no paths" : $"{lead} {Wording.List(paths)}";
}
