using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Testbed files as they are written: no value is resolved, so that neither environment nor secret is needed.</summary>
internal static class TestbedText
{
    /// <summary>A file with everything that is wrong with it.</summary>
    public static TestbedDocument Read(string file, CancellationToken cancellationToken) => TestbedReader.Read(TextOf(file), file, OtherText, cancellationToken);

    /// <summary>A file without a judgement on it.</summary>
    public static TestbedDocument ReadContent(string file) => TestbedReader.ReadContent(TextOf(file), file, OtherText);

    public static string TextOf(string file)
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

    private static string? OtherText(string file) => File.Exists(file) ? TextOf(file) : null;
}
