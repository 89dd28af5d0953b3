// errors: allowed
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(ConnectionContext context, string via = "", int poolSize = 0, string viaName = "", int size = 0) : Connection(context)
//                                                          ^ CG0012 Argument 'via' of 'Mine' has the name of a parameter that every Connect method has
//                                                                        ^ CG0012 Argument 'poolSize' of 'Mine'
{
    // silent: viaName and size are free
    public string Summary => $"{via} {poolSize} {viaName} {size}";

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
