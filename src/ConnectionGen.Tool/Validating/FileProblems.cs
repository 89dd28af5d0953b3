using ConnectionGen.Cli;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>What the build would say of testbed files, with its ids and texts.</summary>
internal static class FileProblems
{
    // a program may have classes of its own, which a file alone does not show
    private const string UnknownClass = "CG2006";

    public static IReadOnlyList<TestbedProblem> Of(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var classes = new ConnectionClassSet([ShapeOf<CliConnection>()]);
        var documents = files.Distinct(StringComparer.Ordinal).Select(file => TestbedText.Read(file, cancellationToken)).ToArray();
        var parts = documents.SelectMany(static document => document.OtherFiles).Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. documents.Where(document => !parts.Contains(Path.GetFullPath(document.File)))
                .SelectMany(document => document.ProblemsWith(classes, cancellationToken))
                .Where(static problem => problem.Id != UnknownClass)
                .GroupBy(static problem => (problem.Id, problem.Range))
                .Select(static group => group.First())
                // the build's messages end without a full stop
                .Select(static problem => problem with { Message = problem.Message.TrimEnd('.') }),
        ];
    }

    private static ConnectionClassShape ShapeOf<T>()
        where T : Connection, IConnectionClass<T>
        => T.Info.Shape;
}
