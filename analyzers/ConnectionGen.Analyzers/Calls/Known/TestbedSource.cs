using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>Finds the testbed file behind an expression.</summary>
internal sealed class TestbedSource(TestbedTypes types, SemanticModel model, CancellationToken cancellationToken)
{
    private const int Deepest = 8;

    private readonly Origins _origins = new(types.Models, model, cancellationToken);

    public TestbedAnswer Find(ExpressionSyntax expression) => Find(expression, Deepest);

    /// <summary>The answer for a member that is used without a receiver.</summary>
    public TestbedAnswer FindEnclosing(SyntaxNode node)
    {
        for (var type = model.GetEnclosingSymbol(node.SpanStart, cancellationToken)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (types.TestbedOf(type) is { } item)
            {
                return new TestbedAnswer([item], IsForeign: false);
            }
        }

        return TestbedAnswer.Unknown;
    }

    private TestbedAnswer Find(ExpressionSyntax expression, int depth) =>
        TestbedAnswer.Each(Branches.Of(expression).Select(branch => FindBranch(branch, depth)));

    private TestbedAnswer FindBranch(ExpressionSyntax branch, int depth)
    {
        if (types.TestbedOf(model.GetTypeInfo(branch, cancellationToken).Type) is { } item)
        {
            return new TestbedAnswer([item], IsForeign: false);
        }

        switch (branch)
        {
            case InvocationExpressionSyntax call:
                return FromCall(call);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when depth > 0:
                var symbol = model.GetSymbolInfo(branch, cancellationToken).Symbol;
                return _origins.Of(symbol) is { } origin ? new TestbedSource(types, types.Models.For(origin, model), cancellationToken).Find(origin, depth - 1) : TestbedAnswer.Unknown;
            default:
                return TestbedAnswer.Unknown;
        }
    }

    // Testbed.Load("lab.yaml") of an item is known; of anything else, from text or from a builder, it is no file of this project.
    private TestbedAnswer FromCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Build" }
            && model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType is { Name: "TestbedBuilder", ContainingNamespace: { Name: "ConnectionGen", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return TestbedAnswer.Foreign;
        }

        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { IsStatic: true } method || !types.IsTestbed(method.ContainingType))
        {
            return TestbedAnswer.Unknown;
        }

        return method.Name is "Load" or "LoadAsync"
            && call.ArgumentList.Arguments is [var file, ..]
            && model.GetConstantValue(file.Expression, cancellationToken).Value is string path
            && types.Items.Find(path) is [var item]
                ? new TestbedAnswer([item], IsForeign: false)
                : TestbedAnswer.Foreign;
    }
}
