using System.Text;

namespace ConnectionGen.TestbedFiles;

/// <summary>How an argument of a connection class is called in a testbed file.</summary>
public static class ArgumentKey
{
    /// <summary>The key of a constructor parameter: <c>termWidth</c> is <c>term_width</c>.</summary>
    /// <param name="parameter">The parameter's name, without <c>@</c>.</param>
    public static string FromParameter(string parameter)
    {
        var key = new StringBuilder(parameter.Length + 4);
        for (var i = 0; i < parameter.Length; i++)
        {
            if (StartsWord(parameter, i))
            {
                key.Append('_');
            }

            key.Append(char.ToLowerInvariant(parameter[i]));
        }

        return key.ToString();
    }

    // a capital after a small letter or digit, or the last capital of a row before a small letter: userHTTPPort -> user_http_port
    private static bool StartsWord(string text, int i)
    {
        if (i == 0 || !char.IsUpper(text[i]) || text[i - 1] == '_')
        {
            return false;
        }

        return !char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1]));
    }
}
