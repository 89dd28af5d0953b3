using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators.Tests;

/// <summary>Asks the pipeline's steps why they ran.</summary>
internal static class Steps
{
    public static void AssertNothingDone(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        var done = StepNames.All.SelectMany(name => Reasons(result, name).Where(static r => !IsIdle(r)).Select(r => $"{name}: {r}"))
            .Concat(result.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Where(static o => !IsIdle(o.Reason)).Select(static o => $"output: {o.Reason}"));
        Assert.Empty(done);
    }

    public static bool IsIdle(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    public static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(static r => r.Outputs).Select(static o => o.Reason) : [];

    /// <summary>The named steps that did anything.</summary>
    public static string[] Busy(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return [.. StepNames.All.Where(name => Reasons(result, name).Any(static r => !IsIdle(r)))];
    }

    /// <summary>The generated files whose text was made again.</summary>
    public static int Outputs(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Count(static o => !IsIdle(o.Reason));
}
