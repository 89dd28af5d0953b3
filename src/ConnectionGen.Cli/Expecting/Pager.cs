using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Expecting;

/// <summary>A question by which a device stops long output, and the key that lets it go on. The question is in no output.</summary>
/// <param name="Question">What the last line then looks like, such as <c>--More--</c> at its end.</param>
/// <param name="Key">What to send; Enter is not added.</param>
public sealed partial record Pager(Regex Question, string Key)
{
    /// <summary><c>--More--</c> in its many spellings, answered by a blank, and the end of a full-screen pager, answered by <c>q</c>.</summary>
    public static IReadOnlyList<Pager> Usual { get; } = [new(More(), " "), new(End(), "q")];

    [GeneratedRegex(@" *(?:<-{3} More -{3}>|-- ?[Mm]ore ?--(?: ?\([^)]*\))?|---\(more(?: \d+%)?\)---)\s*$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex More();

    [GeneratedRegex(@"(?:^|\s)\(END\)\s*$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex End();
}
