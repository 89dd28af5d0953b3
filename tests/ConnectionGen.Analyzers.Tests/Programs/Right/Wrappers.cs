using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

[ServiceWrapper(typeof(CliConnection), nameof(CliConnection.ExecuteAsync))]
public sealed class Retry : ServiceWrapper<(string Command, TimeSpan? Timeout, CommandOptions? Options), string>
{
    protected override Task<string> OnErrorAsync(ServiceCall<(string Command, TimeSpan? Timeout, CommandOptions? Options)> call, Exception error, CancellationToken cancellationToken) =>
        Task.FromResult(call.Arguments.Command);
}

[ServiceWrapper(typeof(CliConnection))]
public sealed class Trace : AnyServiceWrapper
{
    protected override Task BeforeAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        Console.WriteLine(call.Service.Name);
        return Task.CompletedTask;
    }
}

internal static class Program
{
    private static async Task Main()
    {
        await using var lab = Lab.Load();
        await lab.Host.ConnectAsync();
        Console.WriteLine(await lab.Host.ExecuteAsync("date", timeout: TimeSpan.FromSeconds(3)));
    }
}
