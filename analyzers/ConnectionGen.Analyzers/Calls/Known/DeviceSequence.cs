using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>What is known of sequences of devices by the words they are made with.</summary>
internal static class DeviceSequence
{
    /// <summary>Methods that give some elements of what they are called on.</summary>
    public static bool KeepsElements(string method) => method is
        "Where" or "OrderBy" or "OrderByDescending" or "Order" or "ThenBy" or "ThenByDescending" or "Reverse" or "Take" or "Skip" or "TakeWhile" or "SkipWhile" or "TakeLast" or "SkipLast"
        or "ToList" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList" or "AsEnumerable" or "AsParallel" or "Distinct" or "DistinctBy" or "Shuffle";

    /// <summary>Methods that give one element of what they are called on.</summary>
    public static bool IsElement(string method) => method is
        "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "MinBy" or "MaxBy";

    /// <summary>Methods that change nothing in what they are called on.</summary>
    public static bool Reads(string method) => KeepsElements(method) || IsElement(method) || method is
        "Select" or "SelectMany" or "ForEach" or "Count" or "Any" or "All" or "Contains" or "ContainsKey" or "TryGetValue" or "ToDictionary" or "GroupBy" or "Zip" or "Aggregate" or "Index"
        or "GetEnumerator" or "ToString" or "IndexOf" or "ToLookup" or "AsSpan" or "AsReadOnly";

    /// <summary>Methods that change nothing in what they are given.</summary>
    public static bool OnlyReads(string method) => method is
        "Connect" or "ConnectAsync" or "Disconnect" or "DisconnectAsync" or "Destroy" or "DestroyAsync" or "Call" or "CallAsync" or "Run" or "RunAsync"
        or "WhenAll" or "ForEach" or "ForEachAsync" or "Join" or "Concat" or "WriteLine";

    /// <summary>Methods whose lambda does not get the elements of what they are called on, or not these alone.</summary>
    public static bool MixesElements(string method) => method is "Zip" or "Join" or "GroupJoin" or "Aggregate" or "AggregateBy" or "LeftJoin" or "RightJoin" or "ContinueWith";

    /// <summary>The elements of a sequence that is written out, or null.</summary>
    public static IEnumerable<ExpressionSyntax>? Written(ExpressionSyntax sequence) => sequence switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer, ArgumentList: null or { Arguments.Count: 0 } } => initializer.Expressions,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer => initializer.Expressions,
        _ => null,
    };
}
