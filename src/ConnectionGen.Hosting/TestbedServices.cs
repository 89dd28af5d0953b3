using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConnectionGen.Hosting;

/// <summary>Testbeds among a host's services.</summary>
public static class TestbedServices
{
    /// <summary>
    /// Adds a testbed: one for the whole program, loaded when the host starts, so that a file that is wrong stops it there. Its connections are closed when the
    /// host stops.
    /// </summary>
    /// <typeparam name="TTestbed">The class with <see cref="TestbedAttribute"/>.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes how it is loaded.</param>
    /// <example><code>
    /// builder.Services.AddTestbed&lt;Lab&gt;(options =&gt; options.ConnectsAtStart = true);
    /// builder.Services.AddHealthChecks().AddTestbed&lt;Lab&gt;();
    /// </code></example>
    public static IServiceCollection AddTestbed<TTestbed>(this IServiceCollection services, Action<HostedTestbedOptions>? configure = null)
        where TTestbed : Testbed, ITestbedClass<TTestbed>
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<HostedTestbedOptions>(NameOf<TTestbed>());
        if (configure is not null)
            options.Configure(configure);

        services.TryAddSingleton(static provider =>
        {
            var hosted = OptionsOf<TTestbed>(provider);
            return TTestbed.Load(hosted.File, hosted.Create(provider));
        });
        // with several testbeds each is found as itself; a service that works with any of them asks for all
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Testbed, TTestbed>(static provider => provider.GetRequiredService<TTestbed>()));
        services.AddHostedService(static provider => new TestbedLifetime<TTestbed>(
            provider.GetRequiredService<TTestbed>, OptionsOf<TTestbed>(provider), provider.GetRequiredService<ILogger<TestbedLifetime<TTestbed>>>()));
        return services;
    }

    /// <summary>
    /// Adds a health check that looks at the connections that a testbed's devices have: healthy where all are open, unhealthy where none is, degraded between.
    /// Its data names each device's. A testbed without any connection is healthy.
    /// </summary>
    /// <typeparam name="TTestbed">The class with <see cref="TestbedAttribute"/>.</typeparam>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">The check's name; the testbed's class unless said otherwise.</param>
    /// <param name="asksPeers">
    /// Whether each device is asked for a sign of life, which is a short command for it and waits for the call that runs. False only looks, and misses a peer that vanished
    /// without a word.
    /// </param>
    /// <param name="tags">The check's tags.</param>
    public static IHealthChecksBuilder AddTestbed<TTestbed>(this IHealthChecksBuilder builder, string? name = null, bool asksPeers = false, IEnumerable<string>? tags = null)
        where TTestbed : Testbed, ITestbedClass<TTestbed>
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? NameOf<TTestbed>(), provider => new TestbedHealthCheck(provider.GetRequiredService<TTestbed>(), asksPeers), HealthStatus.Unhealthy, tags));
    }

    private static HostedTestbedOptions OptionsOf<TTestbed>(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<HostedTestbedOptions>>().Get(NameOf<TTestbed>());

    private static string NameOf<TTestbed>() => typeof(TTestbed).Name;
}
