namespace ConnectionGen.TestbedFiles;

/// <summary>Reads the text of an <see cref="ArgumentForm"/>.</summary>
internal static class ArgumentFormText
{
    private static readonly Dictionary<string, ScalarForm> s_scalars = ScalarForms.All.ToDictionary(static form => form.ToString()!, StringComparer.Ordinal);

    public static ArgumentForm Parse(string text)
    {
        var at = 0;
        var form = Form(text, ref at);
        return at == text.Length ? form : throw Wrong(text);
    }

    private static ArgumentForm Form(string text, ref int at)
    {
        var word = Word(text, ref at);
        if (at >= text.Length || text[at] != '(')
            return s_scalars.TryGetValue(word, out var scalar) ? scalar : word == "any" ? new UnwritableForm() : throw Wrong(text);

        at++;
        ArgumentForm form = word switch
        {
            "list" => new ListForm(Form(text, ref at)),
            "map" => new MapForm(Form(text, ref at)),
            "enum" => new EnumForm(Names(text, ref at)),
            "record" => new RecordForm(Fields(text, ref at)),
            _ => throw Wrong(text),
        };
        Skip(text, ref at, ')');
        return form;
    }

    private static List<string> Names(string text, ref int at)
    {
        var names = new List<string> { Word(text, ref at) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            names.Add(Word(text, ref at));
        }

        return names;
    }

    private static List<RecordField> Fields(string text, ref int at)
    {
        var fields = new List<RecordField> { Field(text, ref at) };
        while (at < text.Length && text[at] == ';')
        {
            at++;
            fields.Add(Field(text, ref at));
        }

        return fields;
    }

    private static RecordField Field(string text, ref int at)
    {
        var key = Word(text, ref at);
        var isOptional = at < text.Length && text[at] == '?';
        if (isOptional)
            at++;

        Skip(text, ref at, '=');
        return new RecordField(key, isOptional, Form(text, ref at));
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && "()|;?=".IndexOf(text[at]) < 0)
            at++;

        return text.Substring(start, at - start);
    }

    private static void Skip(string text, ref int at, char sign)
    {
        if (at >= text.Length || text[at++] != sign)
            throw Wrong(text);
    }

    private static FormatException Wrong(string text) => new($"'{text}' describes no form of an argument.");
}
