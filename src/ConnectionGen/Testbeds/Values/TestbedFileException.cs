using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A testbed file cannot be used. The message names every error as a compiler does: <c>lab.yaml(12,14): error CG2001: …</c>.</summary>
public sealed class TestbedFileException : Exception
{
    internal TestbedFileException(string file, IReadOnlyList<TestbedProblem> problems)
        : base(Describe(file, problems))
    {
        File = file;
        Problems = problems;
    }

    internal TestbedFileException(string file, string message, Exception inner)
        : base(message, inner)
    {
        File = file;
        Problems = [];
    }

    /// <summary>The file that was loaded.</summary>
    public string File { get; }

    /// <summary>Everything that was found wrong, warnings included.</summary>
    public IReadOnlyList<TestbedProblem> Problems { get; }

    private static string Describe(string file, IReadOnlyList<TestbedProblem> problems)
    {
        var errors = problems.Where(static problem => problem.Severity == ProblemSeverity.Error).Select(static problem => problem.ToString()).ToList();
        return errors.Count == 1 ? errors[0] : $"{file} has {errors.Count} errors:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}";
    }
}
