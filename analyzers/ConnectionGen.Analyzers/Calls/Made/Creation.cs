namespace ConnectionGen.Analyzers;

/// <summary>A text that a call gives, as far as its syntax shows.</summary>
/// <param name="Text">The text; null where the call leaves it out or gives null.</param>
/// <param name="IsKnown">False where it is not a literal.</param>
internal readonly record struct WrittenText(string? Text, bool IsKnown)
{
    public static readonly WrittenText Omitted = new(null, IsKnown: true);

    public static readonly WrittenText Unknown = new(null, IsKnown: false);
}

/// <summary>A call that makes a connection, by its syntax alone.</summary>
/// <param name="Alias">The alias that it gives.</param>
/// <param name="Via">The path that it names.</param>
/// <param name="TypeArgument">The class in <c>ConnectAsync&lt;T&gt;</c>, its simple name; null without one.</param>
/// <param name="ShortName">The class in <c>ConnectTAsync</c>, less <c>Connection</c>; empty without one.</param>
internal sealed record Creation(WrittenText Alias, WrittenText Via, string? TypeArgument, string ShortName);
