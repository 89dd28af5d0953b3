using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>What is known of sequences of devices by the words they are made with.</summary>
internal static class DeviceSequence
{
    /// <summary>Methods that give some elements of what they are called on.</summary>
    public static bool KeepsElements(string method) => method is
        "Where" or "OrderBy" or "OrderByDescending" or "Order" or "ThenBy" or "Reverse" or "Take" or "Skip" or "TakeWhile" or "SkipWhile"
        or "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable" or "AsParallel" or "Distinct";

    /// <summary>Methods that give one element of what they are called on.</summary>
    public static bool IsElement(string method) => method is
        "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault";

    /// <summary>The elements of a sequence that is written out, or null.</summary>
    public static IEnumerable<ExpressionSyntax>? Written(ExpressionSyntax sequence) => sequence switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionInitializerExpression } initializer } => initializer.Expressions,
        _ => null,
    };
}
