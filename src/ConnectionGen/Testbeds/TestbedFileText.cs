namespace ConnectionGen;

/// <summary>Reads a testbed file's text, or says why it cannot be read.</summary>
internal static class TestbedFileText
{
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, error);
        }
    }

    /// <summary>The text of a file that another one names; null where there is none, which the reader reports at the name.</summary>
    public static string? ReadIfThere(string file) => File.Exists(file) ? Read(file) : null;

    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, error);
        }
    }

    private static TestbedFileException Unreadable(string file, Exception error) => new(file, error is FileNotFoundException or DirectoryNotFoundException
        ? $"Testbed file '{file}' does not exist."
        : $"Testbed file '{file}' cannot be read: {error.Message}", error);
}
