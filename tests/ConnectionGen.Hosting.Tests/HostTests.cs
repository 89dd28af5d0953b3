using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConnectionGen.Hosting.Tests;

public sealed class HostTests : IDisposable
{
    private readonly Doors _doors = new();
    private readonly LinesOfLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_connects_all_devices_and_closes_them_when_it_stops()
    {
        using var host = Start(options => options.ConnectsAtStart = true);
        await host.StartAsync(Token);
        var lab = host.Services.GetRequiredService<Lab>();
        Assert.All(lab.Devices.Values, static device => Assert.True(device.IsConnected()));
        Assert.Same(lab, host.Services.GetRequiredService<Testbed>());

        await host.StopAsync(Token);

        Assert.Equal(["r1", "r2"], _doors.Closed.Order());
        Assert.All(lab.Devices.Values, static device => Assert.Empty(device.ConnectionManager.Connections));
    }

    [Fact]
    public async Task Unless_told_it_connects_nobody()
    {
        using var host = Start();
        await host.StartAsync(Token);

        Assert.False(host.Services.GetRequiredService<Lab>().R1.IsConnected());
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_device_that_cannot_be_connected_is_logged_and_the_host_starts()
    {
        _doors.Locked.Add("r2");
        using var host = Start(options => options.ConnectsAtStart = true);

        await host.StartAsync(Token);

        Assert.True(host.Services.GetRequiredService<Lab>().R1.IsConnected());
        Assert.Contains(_log.Lines, static line => line.StartsWith("Error: Testbed 'lab': ", StringComparison.Ordinal) && line.Contains("r2 is locked", StringComparison.Ordinal));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_device_that_cannot_be_closed_is_logged_and_the_others_are_closed()
    {
        _doors.Stuck.Add("r1");
        using var host = Start(options => options.ConnectsAtStart = true);
        await host.StartAsync(Token);

        await host.StopAsync(Token);

        Assert.Equal(["r1", "r2"], _doors.Closed.Order());
        Assert.Contains(_log.Lines, static line => line.StartsWith("Warning: Testbed 'lab', while the host stops: ", StringComparison.Ordinal) && line.Contains("r1 is stuck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_missing_stops_the_host_where_it_starts()
    {
        using var host = Start(static options => options.File = "none.yaml");

        var error = await Assert.ThrowsAsync<TestbedFileException>(() => host.StartAsync(Token));

        Assert.Equal("Testbed file 'none.yaml' does not exist.", error.Message);
        await host.StopAsync(Token);
    }

    [Fact]
    public void Unless_told_a_testbed_logs_to_the_hosts_loggers_and_has_its_clock()
    {
        var clock = new HostClock();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(clock).AddTestbed<Lab>();
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<Lab>().Options;

        Assert.Same(provider.GetRequiredService<ILoggerFactory>(), options.LoggerFactory);
        Assert.Same(clock, options.TimeProvider);
    }

    [Fact]
    public void A_health_check_has_the_name_and_the_tags_that_it_is_given()
    {
        var services = new ServiceCollection();
        services.AddHealthChecks().AddTestbed<Lab>("network", tags: ["lab", "slow"]);
        using var provider = services.BuildServiceProvider();

        var check = Assert.Single(provider.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations);

        Assert.Equal("network", check.Name);
        Assert.Equal(["lab", "slow"], check.Tags.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "", false, HealthStatus.Healthy, "lab: 2 of 2 connections open")]
    [InlineData("r1", "", false, HealthStatus.Degraded, "lab: 1 of 2 connections open")]
    [InlineData("r1,r2", "", false, HealthStatus.Unhealthy, "lab: 0 of 2 connections open")]
    [InlineData("", "r2", true, HealthStatus.Degraded, "lab: 1 of 2 connections open")]
    [InlineData("", "r2", false, HealthStatus.Healthy, "lab: 2 of 2 connections open")]
    public async Task Health_is_that_of_the_connections(string closed, string silent, bool asksPeers, HealthStatus status, string text)
    {
        _doors.Silent.UnionWith(silent.Split(',', StringSplitOptions.RemoveEmptyEntries));
        using var host = Start(options => options.ConnectsAtStart = true, asksPeers);
        await host.StartAsync(Token);
        var lab = host.Services.GetRequiredService<Lab>();
        foreach (var name in closed.Split(',', StringSplitOptions.RemoveEmptyEntries))
            await lab.Devices[name].DisconnectAsync(cancellationToken: Token);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        var entry = report.Entries["Lab"];
        Assert.Equal((status, text), (entry.Status, entry.Description));
        Assert.Equal(["r1 default", "r2 default"], entry.Data.Keys.Order());
        Assert.All(closed.Split(',', StringSplitOptions.RemoveEmptyEntries), name => Assert.Equal("closed", entry.Data[$"{name} default"]));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task One_that_cannot_be_asked_does_not_hide_how_the_others_are()
    {
        _doors.Broken.Add("r1");
        using var host = Start(options => options.ConnectsAtStart = true, asksPeers: true);
        await host.StartAsync(Token);

        var entry = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["Lab"];

        Assert.Equal((HealthStatus.Degraded, "no answer: r1 is broken", "open"), (entry.Status, entry.Data["r1 default"], entry.Data["r2 default"]));
        await host.StopAsync(Token);
    }

    [Fact]
    public void A_testbed_that_is_added_twice_is_one()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddTestbed<Lab>().AddTestbed<Lab>();
        using var provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<Lab>(), Assert.Single(provider.GetServices<Testbed>()));
        Assert.Single(provider.GetServices<IHostedService>());
    }

    public void Dispose() => _log.Dispose();

    private sealed class HostClock : TimeProvider;

    private IHost Start(Action<HostedTestbedOptions>? configure = null, bool asksPeers = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddProvider(_log);
        builder.Services.AddTestbed<Lab>(options =>
        {
            options.Create = _ => _doors.ToOptions();
            configure?.Invoke(options);
        });
        builder.Services.AddHealthChecks().AddTestbed<Lab>(asksPeers: asksPeers);
        return builder.Build();
    }
}
