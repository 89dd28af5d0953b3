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
    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, Of(typeof(Device))];

    /// <summary>The test framework, for programs that are tests, with what its assemblies refer to.</summary>
    public static ImmutableArray<MetadataReference> Xunit { get; } =
    [
        .. new[] { typeof(FactAttribute), typeof(Assert), typeof(TestContext), typeof(Xunit.v3.IXunitTest) }.Select(type => type.Assembly.Location)
            .Append(Path.Combine(AppContext.BaseDirectory, "Microsoft.Bcl.AsyncInterfaces.dll"))
            .Distinct(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What a program of a user may have: the library's packages, a test framework, a container and a command line.</summary>
    public static ImmutableArray<MetadataReference> Program { get; } =
    [
        .. All, .. Xunit, Of(typeof(Cli.CliConnection)), Of(typeof(Simulation.MockData)), Of(typeof(TestbedFiles.TestbedDocument)),
        Of(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection)), Of(typeof(Microsoft.Extensions.Logging.ILogger)), Of(typeof(System.CommandLine.Command)),
    ];

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
