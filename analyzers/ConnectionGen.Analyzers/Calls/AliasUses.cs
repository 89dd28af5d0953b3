using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Finds uses of aliases that no call makes: CG1002.</summary>
internal sealed class AliasUses(TestbedTypes types, Creations creations)
{
    private readonly ImmutableHashSet<string> _defaults =
        [.. types.Items.All.SelectMany(item => item.Document.Devices).Select(device => device.Defaults?.Text("alias")).OfType<string>()];

    /// <summary>Checks <c>device.vty_1</c>, a property that is generated for all devices.</summary>
    public void CheckMember(SyntaxNodeAnalysisContext context)
    {
        var name = context.Node switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        if (name is not IdentifierNameSyntax identifier
            || !(creations.Names(identifier.Identifier.ValueText) || _defaults.Contains(identifier.Identifier.ValueText))
            || !NeedsConnection(context.Node)
            || MarkedCall.ReceiverOf((ExpressionSyntax)context.Node) is not { } device
            || context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not IPropertySymbol { ContainingType.IsExtension: true } property
            || !types.IsHandle(property.Type))
        {
            return;
        }

        var answer = new DeviceSource(types, context.SemanticModel, context.CancellationToken).Find(device);
        Check(context, new ConstantText(identifier, property.Name), answer, CreationSyntax.DeviceText(device));
    }

    /// <summary>Whether what is done with a handle fails without a connection: to make one, or to ask whether there is one, does not.</summary>
    public static bool NeedsConnection(SyntaxNode handle) =>
        handle.Parent is EqualsValueClauseSyntax ? !CreationSyntax.IsKept(handle) && CreationSyntax.UsesOf(handle).Any(IsNeeding) : IsNeeding(handle);

    private static bool IsNeeding(SyntaxNode handle) => handle.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == handle =>
            access.Name.Identifier.ValueText is not ("Connect" or "ConnectAsync" or "IsConnected" or "Device" or "Alias" or "ToString"),
        ConditionalAccessExpressionSyntax conditional when conditional.WhenNotNull == handle => false,
        _ => !CreationSyntax.IsKept(handle),
    };

    public void Check(SyntaxNodeAnalysisContext context, ConstantText alias, DeviceAnswer device, string receiver)
    {
        foreach (var group in device.Alternatives)
        {
            if (group.Any(known => known.Node is null || alias.Value == "default" || alias.Value == MadeClasses.DefaultAlias(known)) || creations.MayMake(group, alias.Value, receiver, context.CancellationToken))
            {
                continue;
            }

            var made = group.Select(MadeClasses.DefaultAlias).Concat(creations.AliasesOf(group, context.CancellationToken)).Distinct(StringComparer.Ordinal).ToArray();
            var nearest = NearestName.Find(alias.Value, made);
            context.ReportDiagnostic(Diagnostic.Create(
                CallRules.UnknownAlias,
                alias.Expression.GetLocation(),
                additionalLocations: null,
                Candidates.Of(nearest, alias.Expression is IdentifierNameSyntax ? made.Where(HasProperty) : made),
                alias.Value,
                Wording.List([.. group.Select(known => known.Name)]),
                Wording.DidYouMean(nearest),
                $"it connects {Wording.List(made)}"));
            return;
        }
    }

    // One that no code names has no property.
    private bool HasProperty(string alias) => creations.Names(alias) || _defaults.Contains(alias);
}
