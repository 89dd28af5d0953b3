namespace ConnectionGen;

/// <summary>
/// Gives values that a testbed file only names, as in <c>%ENV{LAB_PASSWORD}</c>. Sources are asked in their order, after the environment and before the
/// default behind the name. Derive from it to ask a vault.
/// </summary>
/// <example><code>
/// var options = new TestbedOptions { SecretSources = [SecretSource.OfFolder("/run/secrets"), SecretSource.Of(name => vault.Read(name))] };
/// </code></example>
public abstract class SecretSource
{
    /// <summary>The value of a name; null where this source does not know it. Asked each time that the value is read, possibly by several threads at once.</summary>
    /// <param name="name">The name, such as <c>LAB_PASSWORD</c>.</param>
    public abstract SecretString? Find(string name);

    /// <summary>A source that is a function.</summary>
    /// <param name="find">Gives the value of a name, or null.</param>
    public static SecretSource Of(Func<string, string?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return new FunctionSource(find);
    }

    /// <summary>The environment variables whose names begin with a prefix, which the testbed file leaves out.</summary>
    /// <param name="prefix">The prefix, such as <c>LAB_</c>.</param>
    public static SecretSource OfEnvironment(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new FunctionSource(name => Environment.GetEnvironmentVariable(prefix + name));
    }

    /// <summary>A folder with a file for each value, named like it, as container platforms mount secrets. A line break at a file's end is no part of the value.</summary>
    /// <param name="folder">The folder.</param>
    public static SecretSource OfFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new FolderSource(folder);
    }

    /// <summary>A file with a line <c>NAME=value</c> for each value. Empty lines and lines that begin with <c>#</c> are passed over, quotes around a value are no part of it. It is read once, now.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A line has another form; the message names it by its number.</exception>
    public static SecretSource OfFile(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        return new FunctionSource(SecretFile.Read(file, File.ReadAllLines(file)).GetValueOrDefault);
    }

    private sealed class FunctionSource(Func<string, string?> find) : SecretSource
    {
        public override SecretString? Find(string name) => find(name) is { } value ? new SecretString(value) : null;
    }

    private sealed class FolderSource(string folder) : SecretSource
    {
        public override SecretString? Find(string name)
        {
            // a name is no way out of the folder
            if (name.Length == 0 || name.IndexOfAny(['/', '\\', ':']) >= 0 || name[0] == '.')
                return null;

            var file = Path.Combine(folder, name);
            return File.Exists(file) ? new SecretString(WithoutLineEnd(File.ReadAllText(file))) : null;
        }

        private static string WithoutLineEnd(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
    }
}

/// <summary>A file of lines <c>NAME=value</c>.</summary>
internal static class SecretFile
{
    public static Dictionary<string, string> Read(string file, IReadOnlyList<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line is "" or ['#', ..])
                continue;

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            // the line itself may be a password
            if (equals <= 0)
                throw new FormatException($"{file}({i + 1}): a line of secrets has the form NAME=value.");

            values[line[..equals].Trim()] = Unquoted(line[(equals + 1)..].Trim());
        }

        return values;
    }

    private static string Unquoted(string text) => text is ['\'' or '"', .., var last] && last == text[0] ? text[1..^1] : text;
}
