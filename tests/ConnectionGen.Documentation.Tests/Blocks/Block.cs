namespace ConnectionGen.Documentation.Tests;

/// <summary>A block of code of a page.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Line">The block's first line, from 1.</param>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Text">The block.</param>
public sealed record Block(string Page, int Line, string Language, string Text)
{
    public override string ToString() => $"{Page}:{Line}";
}
