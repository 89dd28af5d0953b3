using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(
    ConnectionContext context,
    Func<string, bool> filter,
    //                 ^ CG0010 Argument 'filter' of 'Mine' must be given in each call, because a 'Func<string, bool>' has no form in a testbed file
    Stream source,
    //     ^ CG0010 Argument 'source' of 'Mine' must be given in each call
    // silent: what has a form, or a default
    DayOfWeek day,
    Uri root,
    TimeSpan limit,
    IReadOnlyList<string> commands,
    int[] numbers,
    SecretString? secret,
    Func<string, bool>? optional = null) : Connection(context)
{
    public string Summary => $"{filter} {source} {numbers} {day} {root} {limit} {commands} {secret} {optional}";

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
