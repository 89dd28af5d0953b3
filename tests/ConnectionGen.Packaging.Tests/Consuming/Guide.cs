namespace ConnectionGen.Packaging.Tests;

/// <summary>A guide of docs as a new user reads it: blocks, and commands that are typed into a shell.</summary>
internal sealed class Guide(string page)
{
    private readonly string _text = File.ReadAllText(Path.Combine(PackageFeed.Repository, "docs", page)).ReplaceLineEndings("\n");

    public string Text => _text;

    /// <summary>A block, by its language and one of its lines.</summary>
    public string Block(string language, string line) => _text.Split($"\n```{language}\n")[1..].Select(static text => text[..text.IndexOf("```", StringComparison.Ordinal)]).First(block => block.Split('\n').Contains(line));

    /// <summary>What is typed in a screen, by one of its lines.</summary>
    public string[] Commands(string line) => [.. Block("console", line).Split('\n').Where(static one => one.StartsWith("$ ", StringComparison.Ordinal)).Select(static one => one[2..])];
}
