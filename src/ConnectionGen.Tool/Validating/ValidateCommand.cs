using System.CommandLine;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen validate FILE…</c>: the problems that a build finds in testbed files.</summary>
internal static class ValidateCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Testbed files. One that another extends or includes is judged as a part of it.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text as compilers print problems, json, or github for annotations of a workflow.", DefaultValueFactory = static _ => ProblemText.Name };
        format.AcceptOnlyFromAmong(ProblemText.Name, ProblemJson.Name, ProblemAnnotations.Name);
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors." };
        var ownClasses = new Option<string[]>("--class") { Description = "A connection class of the program's own, as files name it; may be given several times. Any other class is then CG2006.", HelpName = "NAME" };
        var command = new Command("validate", "Checks testbed files, as the build does.") { files, format, strict, ownClasses };
        Misspelt.RefuseOptionsIn(files, command);
        command.SetAction((given, cancellationToken) =>
        {
            var paths = given.GetRequiredValue(files);
            var own = given.GetValue(ownClasses) is { Length: > 0 } names ? names : null;
            return TellAsync(paths.Length, FileProblems.Of(paths, own, cancellationToken), given.GetValue(format)!, given.GetValue(strict), screen);
        });
        return command;
    }

    private static async Task<int> TellAsync(int files, IReadOnlyList<TestbedProblem> problems, string format, bool isStrict, Screen screen)
    {
        await (format switch
        {
            ProblemJson.Name => ProblemJson.WriteAsync(problems, screen.Output),
            ProblemAnnotations.Name => ProblemAnnotations.WriteAsync(problems, screen.Output),
            _ => ProblemText.WriteAsync(problems, screen),
        });
        await screen.Error.WriteLineAsync(Summary(files, problems));
        return problems.Any(problem => problem.Severity == ProblemSeverity.Error || (isStrict && problem.Severity == ProblemSeverity.Warning)) ? ExitCode.Failed : ExitCode.Success;
    }

    private static string Summary(int files, IReadOnlyList<TestbedProblem> problems)
    {
        var counts = new[] { (ProblemSeverity.Error, "error"), (ProblemSeverity.Warning, "warning"), (ProblemSeverity.Info, "hint") }
            .Select(kind => (Count: problems.Count(problem => problem.Severity == kind.Item1), Word: kind.Item2))
            .Where(static kind => kind.Count > 0)
            .Select(static kind => Counted.Of(kind.Count, kind.Word))
            .ToArray();
        return $"{Counted.Of(files, "file")}: {(counts.Length == 0 ? "no problems" : string.Join(", ", counts))}";
    }
}
