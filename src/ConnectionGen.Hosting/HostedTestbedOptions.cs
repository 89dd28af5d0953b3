using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen.Hosting;

/// <summary>How a host loads a testbed and what it does with it.</summary>
public sealed class HostedTestbedOptions
{
    /// <summary>The testbed file; the compiled one beside the program unless said otherwise.</summary>
    public string? File { get; set; }

    /// <summary>
    /// Makes the testbed's options from the host's services. Unless said otherwise they have the host's loggers and, where one is registered, its
    /// <see cref="System.TimeProvider"/>.
    /// </summary>
    /// <example><code>
    /// options.Create = services => new TestbedOptions
    /// {
    ///     LoggerFactory = services.GetRequiredService&lt;ILoggerFactory&gt;(),
    ///     SecretSources = [SecretSource.Of(name => services.GetRequiredService&lt;IConfiguration&gt;()[name])],
    /// };
    /// </code></example>
    public Func<IServiceProvider, TestbedOptions> Create { get; set; } = static services => new TestbedOptions
    {
        LoggerFactory = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
        TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System,
    };

    /// <summary>
    /// Whether the host connects all devices when it starts. One that cannot be connected is an error in the log and in the health check, and does not
    /// keep the host from starting. False unless said otherwise.
    /// </summary>
    public bool ConnectsAtStart { get; set; }
}
