using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks that the class behind a device or alias offers the service that is called: CG1005.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceCallAnalyzer : DiagnosticAnalyzer
{
    private const string Accessors = "ConnectionGenServices";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CallRules.ServiceNotOffered];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestbedTypes.Of(start.Compilation, start.Options, start.CancellationToken) is { Items.All.Length: > 0 } types
                && LibraryTypes.Of(start.Compilation) is { } library
                && Creations.Of(start.Compilation, types.Device, start.CancellationToken) is { } creations)
            {
                var offers = new ServiceOffers(new ClassNames(start.Compilation, library), library);
                var made = new MadeClasses(creations, offers.Classes, library);
                start.RegisterSyntaxNodeAction(node => Check(node, types, offers, made), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, TestbedTypes types, ServiceOffers offers, MadeClasses made)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax access
            || offers.IsUniversal(access.Name.Identifier.ValueText)
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { ReducedFrom.ContainingType.Name: Accessors } method
            || Target(access.Expression, context, types) is not var (device, alias))
        {
            return;
        }

        foreach (var group in device.Alternatives)
        {
            if (group is [{ Node: not null } known]
                && made.Behind(known, alias) is { Length: > 0 } classes
                && !classes.Any(type => offers.Offers(type, method.Name)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CallRules.ServiceNotOffered,
                    access.Name.GetLocation(),
                    alias ?? MadeClasses.DefaultAlias(known),
                    known.Name,
                    Wording.List([.. classes.Select(type => type.Name).Distinct(StringComparer.Ordinal)]),
                    method.Name,
                    $"{Wording.List([.. offers.OfferedBy(method.Name)])} has it"));
                return;
            }
        }
    }

    /// <summary>The device and alias that a service is called on; a null alias is the default one.</summary>
    private static (DeviceAnswer Device, string? Alias)? Target(ExpressionSyntax receiver, SyntaxNodeAnalysisContext context, TestbedTypes types)
    {
        var model = context.SemanticModel;
        var source = new DeviceSource(types, model, context.CancellationToken);
        if (types.IsDevice(model.GetTypeInfo(receiver, context.CancellationToken).Type))
        {
            return (source.Find(receiver), null);
        }

        return receiver switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Alias" } access, ArgumentList.Arguments: [var argument] }
                when model.GetConstantValue(argument.Expression, context.CancellationToken).Value is string alias => (source.Find(access.Expression), alias),
            MemberAccessExpressionSyntax access
                when model.GetSymbolInfo(access, context.CancellationToken).Symbol is IPropertySymbol { ContainingType.IsExtension: true } property && types.IsDevice(model.GetTypeInfo(access.Expression, context.CancellationToken).Type)
                => (source.Find(access.Expression), property.Name),
            _ => null,
        };
    }
}
