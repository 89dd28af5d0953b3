using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Analyzers;

/// <summary>Reads each version of a testbed file once, however many analyzers and compilations ask for it, and at the same time.</summary>
internal static class TestbedReadings
{
    private static readonly ConditionalWeakTable<SourceText, Latest> s_readings = new();

    public static TestbedDocument Read(SourceText text, string path, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var latest = s_readings.GetOrCreateValue(text);
        lock (latest)
        {
            if (latest.Reading is not { } known || known.Document.File != path || !known.IsCurrent(options, cancellationToken))
            {
                latest.Reading = known = Read(text.ToString(), path, options, cancellationToken);
            }

            return known.Document;
        }
    }

    private static Reading Read(string text, string path, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var others = ImmutableDictionary.CreateBuilder<string, SourceText?>(StringComparer.Ordinal);
        var document = TestbedReader.Read(text, path, name => (others[name] = Find(name, options, cancellationToken))?.ToString(), cancellationToken);
        return new Reading(document, others.ToImmutable());
    }

    // A file that another one extends or includes is an additional file, too.
    private static SourceText? Find(string name, AnalyzerOptions options, CancellationToken cancellationToken) =>
        options.AdditionalFiles.FirstOrDefault(file => Same(file.Path, name))?.GetText(cancellationToken);

    private static bool Same(string path, string name) => path == name || path.Replace('\\', '/') == name.Replace('\\', '/');

    private sealed class Latest
    {
        public Reading? Reading { get; set; }
    }

    private sealed record Reading(TestbedDocument Document, ImmutableDictionary<string, SourceText?> Others)
    {
        public bool IsCurrent(AnalyzerOptions options, CancellationToken cancellationToken) =>
            Others.All(other => ReferenceEquals(Find(other.Key, options, cancellationToken), other.Value));
    }
}
