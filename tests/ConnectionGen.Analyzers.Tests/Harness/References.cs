using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>The framework that the tests run on, so that compiling needs no download.</summary>
internal static class References
{
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The framework and the library itself.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, MetadataReference.CreateFromFile(typeof(Device).Assembly.Location)];

    /// <summary>The test framework, for programs that are tests.</summary>
    public static IEnumerable<MetadataReference> Xunit { get; } =
        new[] { typeof(FactAttribute), typeof(Assert), typeof(TestContext) }.Select(type => type.Assembly.Location).Distinct(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path));
}
