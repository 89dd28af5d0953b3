using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the aliases that calls make and use: CG1002 and CG1003.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AliasAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CallRules.UnknownAlias, CallRules.AliasName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestbedTypes.Of(start.Compilation, start.Options, start.CancellationToken) is { } types
                && MarkedMethods.Of(start.Compilation, start.CancellationToken) is { } methods
                && LibraryTypes.Of(start.Compilation) is { } library)
            {
                var uses = Creations.Of(start.Compilation, types, methods, library, start.CancellationToken) is { } creations ? new AliasUses(types, creations) : null;
                start.RegisterSyntaxNodeAction(node => CheckCall(node, types, methods, library, uses), SyntaxKind.InvocationExpression);
                if (uses is not null)
                {
                    start.RegisterSyntaxNodeAction(uses.CheckMember, SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.MemberBindingExpression);
                }
            }
        });
    }

    private static void CheckCall(SyntaxNodeAnalysisContext context, TestbedTypes types, MarkedMethods methods, LibraryTypes library, AliasUses? uses)
    {
        if (MarkedCall.From(context.Node, methods, context.SemanticModel, context.CancellationToken) is not { } call)
        {
            return;
        }

        foreach (var parameter in call.Marked.Alias)
        {
            if (call.Argument(parameter) is not { } argument)
            {
                continue;
            }

            foreach (var alias in ConstantTexts.Of(argument, types.Models, context.SemanticModel, context.CancellationToken))
            {
                if (CreationSyntax.Makes(call.Method.Name))
                {
                    CheckName(context, alias, call, types, library);
                }
                else if (uses is not null && IsUse(call, types))
                {
                    uses.Check(context, alias, call.Device(new DeviceSource(types, context.SemanticModel, context.CancellationToken), types), CreationSyntax.DeviceText(call.ReceiverExpression));
                }
            }
        }
    }

    // What a helper does with an alias cannot be seen; to ask whether one is connected is never wrong.
    private static bool IsUse(MarkedCall call, TestbedTypes types) =>
        call.Method.Name != "IsConnected" && types.IsOfLibrary(call.Method) && (call.Method is not { Name: "Alias", IsGenericMethod: false } || AliasUses.NeedsConnection(call.Node));

    private static void CheckName(SyntaxNodeAnalysisContext context, ConstantText alias, MarkedCall call, TestbedTypes types, LibraryTypes library)
    {
        var reason = !SyntaxFacts.IsValidIdentifier(alias.Value) ? "it is not an identifier"
            : library.DeviceMembers.Contains(alias.Value) ? $"every device has a member '{alias.Value}'"
            : MemberOfType(call, alias.Value, types, context.SemanticModel) is { } member ? $"its type has {member}"
            : null;
        if (reason is not null)
        {
            var device = call.Device(new DeviceSource(types, context.SemanticModel, context.CancellationToken), types);
            context.ReportDiagnostic(Diagnostic.Create(
                CallRules.AliasName, alias.Expression.GetLocation(), device.Alternatives.FirstOrDefault() is [var only] ? $"{alias.Value}' of '{only.Name}" : alias.Value, reason));
        }
    }

    private static string? MemberOfType(MarkedCall call, string alias, TestbedTypes types, SemanticModel model)
    {
        if (call.ReceiverExpression is not { } receiver || model.GetTypeInfo(receiver).Type is not INamedTypeSymbol type || !types.IsDevice(type))
        {
            return null;
        }

        return type.GetMembers(alias).FirstOrDefault() switch
        {
            null => null,
            INamedTypeSymbol => $"a nested type '{alias}'",
            _ => $"a member '{alias}'",
        };
    }
}
