namespace ConnectionGen.Tool.Tests;

/// <summary>A text in memory; something happens when a word is written.</summary>
internal sealed class WatchedWriter(string word, Action happens) : StringWriter
{
    public override void Write(string? value)
    {
        base.Write(value);
        if (value?.Contains(word, StringComparison.Ordinal) == true)
            happens();
    }
}
