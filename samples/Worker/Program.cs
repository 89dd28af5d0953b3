using ConnectionGen;
using ConnectionGen.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Worker;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddTestbed<Lab>(options =>
{
    options.File = builder.Configuration["Testbed"];
    options.ConnectsAtStart = true;
    options.Create = static services => new TestbedOptions
    {
        LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
        // passwords from appsettings, user secrets, the environment or a vault: whatever the host's configuration is made of
        SecretSources = [SecretSource.Of(name => services.GetRequiredService<IConfiguration>()[name])],
    };
});
builder.Services.AddHealthChecks().AddTestbed<Lab>();
builder.Services.AddHostedService<ClockWatcher>();

await builder.Build().RunAsync();
