namespace ConnectionGen.Cli.Expecting;

/// <summary>Where a pattern looks.</summary>
public enum PatternScope
{
    /// <summary>On the last line, which has no line end yet: prompts and questions. What costs least.</summary>
    LastLine,

    /// <summary>On each line, finished or last, once: messages such as <c>% Bad passwords</c>.</summary>
    EachLine,

    /// <summary>Across lines, in the last 8,192 characters and what came since the last look.</summary>
    Text,
}
