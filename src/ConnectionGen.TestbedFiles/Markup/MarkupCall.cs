using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>What <c>%CALLABLE{…}</c> calls: <c>lab.address</c>, <c>lab.address(r1, 24)</c> or <c>lab.address(name='r1')</c>.</summary>
public sealed class MarkupCall
{
    private MarkupCall(string name, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> named)
    {
        Name = name;
        Arguments = arguments;
        Named = named;
    }

    /// <summary>The function's name, dots included.</summary>
    public string Name { get; }

    /// <summary>The arguments without a name, in order, without quotes.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The arguments with a name, without quotes.</summary>
    public IReadOnlyDictionary<string, string> Named { get; }

    /// <summary>Reads a call; null where the text has another form.</summary>
    /// <param name="text">What stands between the braces.</param>
    public static MarkupCall? Parse(string text)
    {
        var open = text.IndexOf('(');
        var name = (open < 0 ? text : text.Substring(0, open)).Trim();
        if (name.Length == 0 || name.Any(static c => !(char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or ':')))
            return null;

        if (open < 0)
            return new MarkupCall(name, [], new Dictionary<string, string>(StringComparer.Ordinal));

        return text.EndsWith(")", StringComparison.Ordinal) && Split(text.Substring(open + 1, text.Length - open - 2)) is { } arguments ? Of(name, arguments) : null;
    }

    private static MarkupCall? Of(string name, List<(string? Name, string Value)> arguments)
    {
        var positional = new List<string>();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in arguments)
        {
            if (key is null)
                positional.Add(value);
            else if (named.ContainsKey(key))
                return null;
            else
                named.Add(key, value);
        }

        return new MarkupCall(name, positional, named);
    }

    /// <summary>Arguments between commas; a comma or equals sign in quotes is text. Null where a quote is not closed or an argument is missing.</summary>
    private static List<(string? Name, string Value)>? Split(string text)
    {
        var arguments = new List<(string?, string)>();
        if (text.Trim().Length == 0)
            return arguments;

        var read = new StringBuilder();
        string? name = null;
        char? quote = null;
        var isQuoted = false;
        foreach (var c in text + ",")
        {
            if (quote is not null)
            {
                if (c == quote)
                    quote = null;
                else
                    read.Append(c);
            }
            else if (c is '\'' or '"' && read.ToString().Trim().Length == 0)
            {
                quote = c;
                isQuoted = true;
                read.Clear();
            }
            else if (c == '=' && name is null && !isQuoted && read.ToString().Trim() is { Length: > 0 } key)
            {
                name = key;
                read.Clear();
            }
            else if (c == ',')
            {
                var value = isQuoted ? read.ToString() : read.ToString().Trim();
                if (value.Length == 0 && !isQuoted)
                    return null;

                arguments.Add((name, value));
                (name, isQuoted) = (null, false);
                read.Clear();
            }
            else if (!isQuoted || !char.IsWhiteSpace(c))
            {
                read.Append(c);
            }
        }

        return quote is null ? arguments : null;
    }
}
