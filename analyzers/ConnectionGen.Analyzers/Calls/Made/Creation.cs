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

/// <summary>A call that may make a connection, by its syntax alone.</summary>
/// <param name="Call">The call.</param>
/// <param name="Alias">The alias that it gives.</param>
/// <param name="Receiver">What it is made on, as written.</param>
/// <param name="MayBePath">True where the text would be a path, if the call were on a handle.</param>
internal sealed record Creation(InvocationExpressionSyntax Call, WrittenText Alias, string Receiver, bool MayBePath = false);
