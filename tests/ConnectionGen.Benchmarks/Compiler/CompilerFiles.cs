using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Benchmarks.Compiler;

/// <summary>The generators and analyzers that this project's own compiler loads.</summary>
internal static class CompilerFiles
{
    private static readonly string[] s_paths = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "compiler-files.txt"));

    /// <summary>All generators of an assembly: a user of the package gets them all.</summary>
    public static Func<IEnumerable<ISourceGenerator>> Generators(string assembly)
    {
        var types = Types(assembly).Where(static t => typeof(IIncrementalGenerator).IsAssignableFrom(t)).ToArray();
        return () => types.Select(static t => ((IIncrementalGenerator)Activator.CreateInstance(t)!).AsSourceGenerator());
    }

    /// <summary>All analyzers of an assembly, what they suppress included.</summary>
    public static IEnumerable<DiagnosticAnalyzer> Analyzers(string assembly) =>
        Types(assembly).Where(static t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t)).Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);

    private static IEnumerable<Type> Types(string assembly)
    {
        var path = s_paths.Single(p => Path.GetFileNameWithoutExtension(p) == assembly);
        return Assembly.LoadFrom(path).GetTypes().Where(static t => !t.IsAbstract && t.GetConstructor(Type.EmptyTypes) is not null);
    }
}
