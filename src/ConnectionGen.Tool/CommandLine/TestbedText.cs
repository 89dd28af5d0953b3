using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Testbed files as they are written: no value is resolved, so that neither environment nor secret is needed.</summary>
internal static class TestbedText
{
    /// <summary>A file with everything that is wrong with it.</summary>
    public static TestbedDocument Read(string file, CancellationToken cancellationToken) => TestbedReader.Read(FileText.Of(file), file, OtherText, cancellationToken);

    /// <summary>A file without a judgement on it.</summary>
    public static TestbedDocument ReadContent(string file) => TestbedReader.ReadContent(FileText.Of(file), file, OtherText);

    private static string? OtherText(string file) => File.Exists(file) ? FileText.Of(file) : null;
}
