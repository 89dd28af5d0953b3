using System.Collections.ObjectModel;
using ConnectionGen.TestbedFiles;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen;

/// <summary>Where the values come from that a testbed file only names.</summary>
internal sealed record TestbedValueSources
{
    /// <summary>The value of an environment variable, or null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Asked for what the environment does not have.</summary>
    public IReadOnlyList<SecretSource> Secrets { get; init; } = [];

    /// <summary>Asks the user; null where nobody can be asked.</summary>
    public Func<TestbedQuestion, string?>? Ask { get; init; }

    /// <summary>The program's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The functions that a file may call.</summary>
    public IReadOnlyDictionary<string, Func<MarkupCall, object?>> Callables { get; init; } = ReadOnlyDictionary<string, Func<MarkupCall, object?>>.Empty;

    /// <summary>The encodings of secrets.</summary>
    public SecretEncodings Encodings { get; init; } = new();

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public static TestbedValueSources Of(TestbedOptions options) => new()
    {
        Environment = options.Environment,
        Secrets = options.SecretSources,
        Ask = options.Ask,
        Arguments = options.Arguments,
        Callables = options.Callables,
        Encodings = options.SecretEncodings,
        Logger = options.LoggerFactory.CreateLogger("ConnectionGen.Testbed"),
    };
}
