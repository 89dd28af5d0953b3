using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators.Tests;

/// <summary>A file of a project, as the build hands it to the compiler.</summary>
internal sealed class YamlFile(string path, string text, bool isTestbed = true, string? link = null) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <summary>How often its text was asked for.</summary>
    public int Readings { get; private set; }

    public bool IsTestbed => isTestbed;

    public string? Link => link;

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Readings++;
        return _text;
    }
}

/// <summary>The metadata that ConnectionGen.targets gives to Testbed items.</summary>
internal sealed class ProjectOptions(string directory) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(("build_property.MSBuildProjectDirectory", directory));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values();

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is YamlFile { IsTestbed: true } file
        ? new Values(
            ("build_metadata.AdditionalFiles.ConnectionGenTestbed", "true"),
            ("build_metadata.AdditionalFiles.ConnectionGenLink", file.Link ?? ""))
        : new Values();

    private sealed class Values(params (string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = values.FirstOrDefault(v => v.Key == key).Value;
            return value is not null;
        }
    }
}
