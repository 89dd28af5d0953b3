using System.ComponentModel;
using ConnectionGen.TestbedFiles;
using Microsoft.Extensions.Logging;

namespace ConnectionGen;

/// <summary>A testbed file that was read and checked; generated testbed classes are made from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoadedTestbed
{
    private LoadedTestbed(TestbedDescription description, TestbedOptions options)
    {
        Description = description;
        Options = options;
    }

    internal TestbedDescription Description { get; }

    internal TestbedOptions Options { get; }

    /// <summary>Reads a file and checks that it has the compiled shape.</summary>
    /// <param name="shape">The compiled shape.</param>
    /// <param name="file">The file; the one that was compiled, beside the program, unless said otherwise.</param>
    /// <param name="options">How to load.</param>
    /// <exception cref="TestbedFileException">The file is missing or wrong.</exception>
    /// <exception cref="TestbedValueException">A function that gives a block of the file is not registered, or failed.</exception>
    /// <exception cref="TestbedShapeException">The file has another shape.</exception>
    public static LoadedTestbed Load(TestbedShape shape, string? file, TestbedOptions? options)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var path = PathOf(shape, file);
        return Checked(shape, path, Read(path, TestbedFileText.Read(path), options, TestbedFileText.ReadIfThere));
    }

    /// <inheritdoc cref="Load"/>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<LoadedTestbed> LoadAsync(TestbedShape shape, string? file, TestbedOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var path = PathOf(shape, file);
        return Checked(shape, path, Read(path, await TestbedFileText.ReadAsync(path, cancellationToken).ConfigureAwait(false), options, TestbedFileText.ReadIfThere));
    }

    /// <param name="readFile">The text of a file that this one extends or includes; null leaves them unread.</param>
    internal static LoadedTestbed Read(string file, string text, TestbedOptions? options, Func<string, string?>? readFile = null)
    {
        options ??= new TestbedOptions();
        var document = TestbedReader.Read(text, file, readFile, new MarkupCalls(options.Callables).Call);
        var description = TestbedDescription.From(document, TestbedValueSources.Of(options));
        LogWarnings(description, options.LoggerFactory.CreateLogger("ConnectionGen.Testbed"));
        return new(description, options);
    }

    private static void LogWarnings(TestbedDescription description, ILogger logger)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
            return;

        foreach (var problem in description.Problems.Where(static problem => problem.Severity == ProblemSeverity.Warning))
            Log.TestbedWarning(logger, problem);
    }

    internal static LoadedTestbed Of(TestbedDescription description, TestbedOptions? options) => new(description, options ?? new TestbedOptions());

    private static string PathOf(TestbedShape shape, string? file) => file ?? Path.Combine(AppContext.BaseDirectory, shape.File);

    private static LoadedTestbed Checked(TestbedShape shape, string path, LoadedTestbed loaded)
    {
        var differences = shape.Differences(loaded.Description).ToArray();
        return differences.Length == 0 ? loaded : throw new TestbedShapeException(path, shape.File, differences);
    }
}
