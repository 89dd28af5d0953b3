using ConnectionGen;

namespace Project;

public abstract partial class Base(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ServiceWrapper(typeof(ConnectionGen.Cli.CliConnection), "ExecuteAsync")] // why
public sealed class One : AnyServiceWrapper;
// file: Two.cs
using ConnectionGen;

namespace Project;

[ServiceWrapper(service: "ConfigureAsync", connectionClass: typeof(ConnectionGen.Cli.CliConnection))]
public sealed class Two : AnyServiceWrapper;
