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
                && MarkedMethods.Of(start.Compilation, start.CancellationToken) is { } methods
                && Creations.Of(start.Compilation, types, methods, library, start.CancellationToken) is { } creations)
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
        if (MarkedCall.ReceiverOf(call.Expression) is not { } receiver
            || MarkedCall.NameOf(call.Expression) is not { } name
            || offers.IsUniversal(name)
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { ReducedFrom.ContainingType.Name: Accessors } method
            || Target(receiver, context, types) is not var (device, alias))
        {
            return;
        }

        foreach (var group in device.Alternatives)
        {
            if (group is [{ Node: not null } known]
                && made.Behind(known, alias, context.CancellationToken) is { Length: > 0 } classes
                && !classes.Any(type => offers.Offers(type, method.Name)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CallRules.ServiceNotOffered,
                    (call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression).GetLocation(),
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

        return types.IsHandle(model.GetTypeInfo(receiver, context.CancellationToken).Type) && source.FindHandle(receiver) is { IsAliasKnown: true } handle
            ? (handle.Device, handle.Alias)
            : null;
    }
}
