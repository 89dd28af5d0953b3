using System.Collections;

namespace ConnectionGen.TestbedFiles;

/// <summary>The problems of a document while it is read: each once, though several aliases may lead to it.</summary>
internal sealed class ProblemList : IEnumerable<TestbedProblem>
{
    // more are no help to anybody
    private const int MostProblems = 20_000;

    private readonly List<TestbedProblem> _problems = [];
    private readonly HashSet<(string Id, string File, int Start, int End)> _places = [];

    public bool HasError { get; private set; }

    public void Add(TestbedProblem problem)
    {
        if (_problems.Count >= MostProblems
            || !_places.Add((problem.Id, problem.Range.File, problem.Range.Start.Offset, problem.Range.End.Offset)))
            return;

        _problems.Add(problem);
        HasError |= problem.Severity == ProblemSeverity.Error;
    }

    public void AddRange(IEnumerable<TestbedProblem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    public void Error(string id, YamlNode at, string message) => Add(new TestbedProblem(id, ProblemSeverity.Error, at.Range, message));

    public void Warning(string id, YamlNode at, string message) => Add(new TestbedProblem(id, ProblemSeverity.Warning, at.Range, message));

    public void Info(string id, YamlNode at, string message) => Add(new TestbedProblem(id, ProblemSeverity.Info, at.Range, message));

    /// <summary>In file order, those of the document's own file first.</summary>
    public IReadOnlyList<TestbedProblem> InOrder(string file) =>
    [
        .. _problems
            .OrderBy(problem => problem.Range.File == file ? "" : problem.Range.File, StringComparer.Ordinal)
            .ThenBy(static problem => problem.Range.Start.Offset),
    ];

    public IEnumerator<TestbedProblem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
