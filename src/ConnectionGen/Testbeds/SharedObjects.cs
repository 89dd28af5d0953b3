using System.Collections.Concurrent;

namespace ConnectionGen;

/// <summary>What the connections of one testbed share: one object of a type, made when it is first asked for, disposed of with the testbed.</summary>
internal sealed class SharedObjects : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<IAsyncDisposable>> _objects = new();

    public T Get<T>(Func<T> make)
        where T : class, IAsyncDisposable
        => (T)_objects.GetOrAdd(typeof(T), static (_, make) => new Lazy<IAsyncDisposable>(make), make).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _objects.Values.Where(static one => one.IsValueCreated))
        {
            await made.Value.DisposeAsync().ConfigureAwait(false);
        }
    }
}
