namespace ConnectionGen.Tool;

/// <summary>Files that the command line names.</summary>
internal static class FileText
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="UnusableException">It is not there, or cannot be read.</exception>
    public static string Of(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableException(error is FileNotFoundException or DirectoryNotFoundException ? $"there is no file '{file}'" : $"'{file}' cannot be read: {error.Message}", error);
        }
    }
}
