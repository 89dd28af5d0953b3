using System.ComponentModel;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>What the manager knows of a connection class; made by generated code.</summary>
public sealed class ConnectionClassInfo
{
    private ConnectionClassInfo(ConnectionClassShape shape, Type type, IReadOnlyList<string> arguments)
    {
        Shape = shape;
        Type = type;
        Arguments = arguments;
    }

    /// <summary>What a testbed file can say of the class.</summary>
    /// <summary>What a testbed file can say of the class; checks of files judge by it.</summary>
    public ConnectionClassShape Shape { get; }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>The names by which a testbed file may call it, its full type name aside.</summary>
    public IReadOnlyList<string> Names => Shape.Names;

    /// <summary>The keys that a path may set: the constructor's arguments in snake_case.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Whether two calls may be under way on one connection at a time.</summary>
    public Concurrency Concurrency { get; private init; }

    /// <summary>True for the class that is used where nobody names one.</summary>
    public bool IsDefault => Shape.IsDefault;

    /// <summary>False where a pool of the class is refused.</summary>
    public bool SupportsPooling { get; private init; }

    /// <summary>True for a class that logs in.</summary>
    public bool NeedsCredentials => Shape.NeedsCredentials;

    internal Func<ConnectionContext, Connection> Create { get; private init; } = null!;

    internal Func<ConnectionContext, PoolSettings, ConnectionPool> CreatePool { get; private init; } = null!;

    internal Func<DeviceDescription, string?> SelectPath { get; private init; } = null!;

    /// <summary>Describes a connection class; called by generated code.</summary>
    /// <param name="create">Makes one whose arguments come from its path.</param>
    /// <param name="names">The names in testbed files.</param>
    /// <param name="arguments">The keys that a path may set, each with its form: <c>term_width=int</c>.</param>
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
        => new(
            new ConnectionClassShape(typeof(T).FullName!.Replace('+', '.'), names, arguments ?? [], isDefault, needsCredentials),
            typeof(T),
            [.. (arguments ?? []).Select(ConnectionClassShape.KeyOf)])
        {
            Create = create,
            CreatePool = (context, settings) => new ConnectionPool<T>(context, settings, create),
            SelectPath = T.SelectPath,
            Concurrency = concurrency,
            SupportsPooling = supportsPooling,
        };

    /// <inheritdoc/>
    public override string ToString() => Type.Name;
}
