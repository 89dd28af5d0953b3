using ConnectionGen;
using ConnectionGen.Cli;
using Microsoft.Extensions.DependencyInjection;

namespace Audit;

[Testbed("lab.yaml")]
public partial class Lab;

public static class Composition
{
    public static IServiceCollection AddLab(this IServiceCollection services) => services
        .AddSingleton(_ => Lab.Load())
        .AddSingleton<Testbed>(provider => provider.GetRequiredService<Lab>())
        .AddTransient<Auditor>();
}

public sealed class Auditor(Lab lab, IServiceProvider services)
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await lab.Host.ConnectAsync(alias: "audit", via: "ssh", cancellationToken: cancellationToken);
        var own = services.GetRequiredService<Testbed>();
        return await lab.Host.audit.ExecuteAsync("uname -a", cancellationToken: cancellationToken) + own.Name;
    }
}

internal static class Program
{
    private static async Task Main(string[] args)
    {
        _ = args;
        await using var lab = Lab.Load();
        Console.WriteLine(await new Auditor(lab, null!).RunAsync(CancellationToken.None));
    }
}
