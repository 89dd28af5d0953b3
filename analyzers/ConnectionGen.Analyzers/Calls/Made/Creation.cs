using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectionGen.Analyzers;

/// <summary>A text that a call gives, as far as its syntax shows.</summary>
/// <param name="Text">The text; null where the call leaves it out or gives null.</param>
/// <param name="IsKnown">False where it is not a literal.</param>
internal readonly record struct WrittenText(string? Text, bool IsKnown)
{
    public static readonly WrittenText Omitted = new(null, IsKnown: true);

    public static readonly WrittenText Unknown = new(null, IsKnown: false);
}

/// <summary>A call that may make a connection, by its syntax alone. No two are equal, so that many of them are told apart fast.</summary>
/// <param name="call">The call.</param>
/// <param name="alias">The alias that it gives.</param>
/// <param name="receiver">What it is made on, as written.</param>
/// <param name="mayBePath">True where the text would be a path, if the call were on a handle.</param>
internal sealed class Creation(InvocationExpressionSyntax call, WrittenText alias, string receiver, bool mayBePath = false)
{
    public InvocationExpressionSyntax Call => call;

    public WrittenText Alias => alias;

    public string Receiver => receiver;

    public bool MayBePath => mayBePath;
}
