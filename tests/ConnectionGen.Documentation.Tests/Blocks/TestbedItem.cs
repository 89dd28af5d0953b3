using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Documentation.Tests;

/// <summary>A Testbed item, as the compiler gets it.</summary>
internal sealed class TestbedItem(string name, string text) : AdditionalText
{
    public override string Path => $"/0/{name}";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

/// <summary>What the build says of a project in <c>/0</c> whose additional files are all Testbed items.</summary>
internal sealed class ProjectSettings : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.MSBuildProjectDirectory"] = "/0" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
    {
        ["build_metadata.AdditionalFiles.ConnectionGenTestbed"] = "true",
        ["build_metadata.AdditionalFiles.ConnectionGenLink"] = textFile.Path.Replace("/0/", "", StringComparison.Ordinal),
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
