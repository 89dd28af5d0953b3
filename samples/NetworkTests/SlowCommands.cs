using System.Diagnostics;
using ConnectionGen;
using ConnectionGen.Cli;

namespace NetworkTests;

/// <summary>Runs around every command of every test: one that takes long is a warning of the test, which passes all the same.</summary>
[ServiceWrapper(typeof(CliConnection))]
public sealed class SlowCommands : AnyServiceWrapper
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(5);

    protected override async Task<TResult> CallAsync<TResult>(ServiceCall call, Func<CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var result = await service(cancellationToken);
        if (watch.Elapsed > s_slow && TestContext.Current.Test is not null)
            TestContext.Current.AddWarning($"{call.Service.Name} on {call.Device.Name} took {watch.Elapsed.TotalSeconds:0.0} s");

        return result;
    }
}
