namespace ConnectionGen.TestbedFiles;

/// <summary>Keeps one object for each short text: most keys and many values of a testbed are the same few words.</summary>
internal sealed class TextPool
{
    private const int LongestText = 24;
    private const int MostTexts = 4096;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string Shared(string text)
    {
        if (text.Length > LongestText)
            return text;

        if (_texts.TryGetValue(text, out var known))
            return known;

        if (_texts.Count < MostTexts)
            _texts.Add(text, text);

        return text;
    }
}
