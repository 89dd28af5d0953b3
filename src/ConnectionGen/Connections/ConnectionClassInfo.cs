using System.ComponentModel;

namespace ConnectionGen;

/// <summary>What the manager knows of a connection class; made by generated code.</summary>
public sealed class ConnectionClassInfo
{
    private ConnectionClassInfo(Type type, IReadOnlyList<string> names, IReadOnlyList<string> arguments)
    {
        Type = type;
        Names = names;
        Arguments = arguments;
    }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>The names by which a testbed file may call it, its full type name aside.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The keys that a path may set: the constructor's arguments in snake_case.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Whether two calls may be under way on one connection at a time.</summary>
    public Concurrency Concurrency { get; private init; }

    /// <summary>True for the class that is used where nobody names one.</summary>
    public bool IsDefault { get; private init; }

    /// <summary>False where a pool of the class is refused.</summary>
    public bool SupportsPooling { get; private init; }

    /// <summary>True for a class that logs in.</summary>
    public bool NeedsCredentials { get; private init; }

    internal Func<ConnectionContext, Connection> Create { get; private init; } = null!;

    internal Func<ConnectionContext, PoolSettings, ConnectionPool> CreatePool { get; private init; } = null!;

    internal Func<DeviceDescription, string?> SelectPath { get; private init; } = null!;

    /// <summary>Describes a connection class; called by generated code.</summary>
    /// <param name="create">Makes one whose arguments come from its path.</param>
    /// <param name="names">The names in testbed files.</param>
    /// <param name="arguments">The keys that a path may set.</param>
    /// <param name="concurrency">Whether two calls may be under way at a time.</param>
    /// <param name="isDefault">True for the default class.</param>
    /// <param name="supportsPooling">False where a pool is refused.</param>
    /// <param name="needsCredentials">True for a class that logs in.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ConnectionClassInfo Of<T>(
        Func<ConnectionContext, T> create,
        string[] names,
        string[]? arguments = null,
        Concurrency concurrency = Concurrency.OneAtATime,
        bool isDefault = false,
        bool supportsPooling = true,
        bool needsCredentials = false)
        where T : Connection, IConnectionClass<T>
        => new(typeof(T), names, arguments ?? [])
        {
            Create = create,
            CreatePool = (context, settings) => new ConnectionPool<T>(context, settings, create),
            SelectPath = T.SelectPath,
            Concurrency = concurrency,
            IsDefault = isDefault,
            SupportsPooling = supportsPooling,
            NeedsCredentials = needsCredentials,
        };

    /// <inheritdoc/>
    public override string ToString() => Type.Name;
}
