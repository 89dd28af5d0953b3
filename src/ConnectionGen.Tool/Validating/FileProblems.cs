using ConnectionGen.Cli;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>What the build would say of testbed files, with its ids and texts.</summary>
internal static class FileProblems
{
    private const string UnknownClass = "CG2006";

    /// <summary>The problems, those of each file in its order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="ownClasses">The program's own connection classes, so that any other is a problem; null where nobody says them: a file alone does not show which there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<TestbedProblem> Of(IReadOnlyList<string> files, IReadOnlyList<string>? ownClasses, CancellationToken cancellationToken)
    {
        var classes = new ConnectionClassSet([ShapeOf<CliConnection>()], ownClasses);
        var documents = files.Distinct(StringComparer.Ordinal).Select(file => TestbedText.Read(file, cancellationToken)).ToArray();
        var parts = documents.SelectMany(static document => document.OtherFiles).Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. documents.Where(document => !parts.Contains(Path.GetFullPath(document.File)))
                .SelectMany(document => Of(document, classes, cancellationToken))
                .Where(problem => ownClasses is not null || problem.Id != UnknownClass)
                .GroupBy(static problem => (problem.Id, problem.Range))
                .Select(static group => group.First())
                // the build's messages end without a full stop
                .Select(static problem => problem with { Message = problem.Message.TrimEnd('.') }),
        ];
    }

    private static IEnumerable<TestbedProblem> Of(TestbedDocument document, ConnectionClassSet classes, CancellationToken cancellationToken) =>
        document.ProblemsWith(classes, cancellationToken).Concat(MemberNameCheck.Run(document, cancellationToken))
            .OrderBy(problem => problem.Range.File == document.File ? "" : problem.Range.File, StringComparer.Ordinal)
            .ThenBy(static problem => problem.Range.Start.Offset);

    private static ConnectionClassShape ShapeOf<T>()
        where T : Connection, IConnectionClass<T>
        => T.Info.Shape;
}
