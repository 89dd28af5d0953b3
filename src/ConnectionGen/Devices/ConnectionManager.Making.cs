using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <content>How a connection is made: alias, path and class are chosen, an existing one is used.</content>
public sealed partial class ConnectionManager
{
    /// <summary>What a call asks for.</summary>
    private readonly record struct Request(string? Alias, string? Via)
    {
        public ConnectionClassInfo? Class { get; init; }

        public Func<ConnectionContext, Connection>? Create { get; init; }

        public PoolRequest? Pool { get; init; }
    }

    private sealed record PoolRequest(int Size, TimeSpan? Timeout, Func<ConnectionContext, PoolSettings, ConnectionPool>? Create);

    private async Task<T> OpenAsync<T>(Request request, CancellationToken cancellationToken)
        where T : Connection
    {
        while (true)
        {
            var connection = As<T>(Make(request));
            try
            {
                await connection.ConnectAsync(cancellationToken).ConfigureAwait(false);
                return connection;
            }
            catch (ObjectDisposedException) when (connection.IsDestroyed)
            {
                Forget(connection); // destroyed by another flow in between: the next one is new
            }
        }
    }

    private Connection Make(Request request)
    {
        var alias = request.Alias ?? DefaultAlias;
        lock (_making)
        {
            if (_ended)
            {
                throw new ObjectDisposedException(nameof(ConnectionGen.Device), $"'{alias}' of '{Description.Name}' cannot be made: the device was disposed of.");
            }

            if (_connections.TryGetValue(alias, out var existing))
            {
                return Existing(existing, request);
            }

            var made = Create(alias, request);
            _connections[alias] = made;
            if (alias == DefaultAlias)
            {
                Volatile.Write(ref _default, made);
            }

            return made;
        }
    }

    private Connection Existing(Connection existing, Request request)
    {
        if (request.Pool is not null && existing is not ConnectionPool)
        {
            throw new ConnectionClassMismatchException($"{existing.Name} is a single {existing.ConnectionClass.Name}, not a pool; destroy it first or use another alias.");
        }

        if ((request.Via is not null && request.Via != existing.Via) || request.Create is not null || request.Pool is not null)
        {
            Log.ArgumentsIgnored(Options.LoggerFactory.CreateLogger("ConnectionGen.ConnectionManager"), existing.Alias, Description.Name, existing.Via);
        }

        return existing;
    }

    private Connection Create(string alias, Request request)
    {
        if (!Identifier.IsValid(alias))
        {
            throw new ArgumentException(
                $"'{alias}' cannot be an alias of a connection of '{Description.Name}': an alias has letters, digits and '_' only, and begins with no digit.", nameof(alias));
        }

        var (path, info) = Choose(request, alias);
        var pool = request.Pool ?? (path.PoolSize is { } size ? new PoolRequest(size, null, null) : null);
        if (pool is not null && request.Pool is null && request.Class is not null)
        {
            throw new ConnectionClassMismatchException(
                $"Path '{path.Name}' of '{Description.Name}' has pool_size {path.PoolSize}: it gives a pool of {info.Type.Name}. Use ConnectPoolAsync<{info.Type.Name}> or ConnectAsync without a type.");
        }

        if (pool is not null && !info.SupportsPooling)
        {
            throw new PoolNotSupportedException($"A pool '{alias}' of '{Description.Name}' via '{path.Name}' cannot be made: {info.Type.Name} does not support pooling.");
        }

        try
        {
            var context = new ConnectionContext(this, alias, path, info);
            return pool is null
                ? (request.Create ?? info.Create)(context)
                : (pool.Create ?? info.CreatePool)(context, new PoolSettings(pool.Size, pool.Timeout ?? path.PoolTimeout ?? Options.Limits.Pool));
        }
        catch (Exception error) when (error is not (ConnectionGenException or TestbedValueException))
        {
            throw new ConnectionCreationException($"'{alias}' of '{Description.Name}' via '{path.Name}': the constructor of {info.Type.Name} failed: {error.Message}", error);
        }
    }

    /// <summary>Path: call, defaults, the only one, the class's choice. Class: call, path, defaults, the default class.</summary>
    private (PathDescription Path, ConnectionClassInfo Class) Choose(Request request, string alias)
    {
        var via = request.Via ?? Description.Defaults.Via;
        if (via is null && Description.Paths.Count == 1)
        {
            via = Description.Paths.Keys.First();
        }

        if (via is null)
        {
            var chooser = request.Class ?? ClassOf(null, alias);
            via = chooser.SelectPath(Description) ?? throw NoPathChosen();
        }

        var path = Description.Paths.GetValueOrDefault(via) ?? throw UnknownPath(via, isDefault: via == Description.Defaults.Via && request.Via is null);
        return (path, request.Class ?? ClassOf(path, alias));
    }

    private ConnectionClassInfo ClassOf(PathDescription? path, string alias) => (path?.Class ?? Description.Defaults.Class) is { } name
        ? ConnectionClasses.Find(name, Description.Name, alias, path?.ClassRange ?? Description.Defaults.ClassRange)
        : ConnectionClasses.Default(Description.Name, alias);

    private UnknownPathException NoPathChosen() => new(Description.Paths.Count == 0
        ? $"Device '{Description.Name}' has no paths: its connections: block names none."
        : $"Device '{Description.Name}' has several paths and neither the call nor defaults.via chooses one: {PathNames()}.");

    private UnknownPathException UnknownPath(string via, bool isDefault)
    {
        var nearest = NearestName.Find(via, Description.Paths.Keys);
        var asked = $"'{via}'{(isDefault ? ", which its defaults.via names" : "")}";
        return new(Description.Paths.Count == 0
            ? $"Device '{Description.Name}' has no path {asked}; it has none."
            : $"Device '{Description.Name}' has no path {asked}{(nearest is null ? "" : $"; did you mean '{nearest}'?")} There are: {PathNames()}.");
    }

    private string PathNames() => string.Join(", ", Description.Paths.Keys);

    private static T As<T>(Connection connection)
        where T : Connection
        => connection as T ?? throw new ConnectionClassMismatchException(
            $"{connection.Name} is a {(connection is ConnectionPool ? "pool of " : "")}{connection.ConnectionClass.Name}, not a {TypeName(typeof(T))}; destroy it first or use another alias.");

    private static string TypeName(Type type) => type.IsGenericType ? $"pool of {type.GenericTypeArguments[0].Name}" : type.Name;

    internal void Forget(Connection connection)
    {
        lock (_making)
        {
            _connections.TryRemove(KeyValuePair.Create(connection.Alias, connection));
            if (_default == connection)
            {
                Volatile.Write(ref _default, null);
            }
        }
    }
}
