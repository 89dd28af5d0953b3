// errors: allowed
using ConnectionGen;

namespace Project;

[ConnectionClass]
public partial class Mine(ConnectionContext context, ReadOnlySpan<char> name) : Connection(context)
//                                                                      ^ CG0006 Argument 'name' of 'Mine' cannot be passed on, because 'ReadOnlySpan<char>' is a ref struct
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual bool TryAsk(string text, out string answer)
    //                                                 ^ CG0006 Parameter 'answer' of 'TryAsk' cannot be passed on, because it is a reference to a variable (out)
    {
        answer = text;
        return true;
    }

    [Service]
    public virtual T Parse<T>(string text) => default!;
    //                     ^ CG0006 Type parameter 'T' of 'Parse' cannot be passed on, because services are not generic

    [Service]
    public virtual Span<byte> Read() => default;
    //                        ^ CG0006 The result of 'Read' cannot be passed on, because 'Span<byte>' is a ref struct

    // silent: arrays, memories, generics of these
    [Service]
    public virtual Task WriteAsync(ReadOnlyMemory<byte> bytes, IReadOnlyList<int[]> more, CancellationToken cancellationToken = default) => Task.CompletedTask;

    // silent: no service
    public bool TryGet(out int number) => (number = 0) == 0;
}
