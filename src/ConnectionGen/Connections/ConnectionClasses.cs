using System.Collections.Concurrent;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>The connection classes of this process, by the names that testbed files call them. Generated code registers them when its assembly is loaded.</summary>
public static class ConnectionClasses
{
    private static readonly ConcurrentDictionary<string, ConnectionClassInfo> s_byName = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(Type Wrapper, Type Connection, string? Service), bool> s_wrappers = new();

    /// <summary>Registers a class; once is enough, more does no harm. Of two classes with one name the first keeps it; the other is found by its full type name.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    public static void Register<T>()
        where T : Connection, IConnectionClass<T>
    {
        var info = T.Info;
        s_byName.TryAdd(info.Shape.FullName, info);
        foreach (var name in info.Names)
        {
            s_byName.TryAdd(name, info);
        }
    }

    /// <summary>The wrappers found when building.</summary>
    internal static WrapperList Wrappers { get; } = new([]);

    /// <summary>Registers a wrapper; the same one once.</summary>
    /// <typeparam name="TWrapper">The wrapper's class.</typeparam>
    /// <typeparam name="TConnection">The connection class, or a base of several.</typeparam>
    /// <param name="create">Makes it, when it is needed first.</param>
    /// <param name="service">The service's method name; null for all services.</param>
    /// <param name="order">Which of several wrappers is outside: higher ones are.</param>
    public static void RegisterWrapper<TWrapper, TConnection>(Func<TWrapper> create, string? service, int order)
        where TWrapper : ServiceWrapper
        where TConnection : Connection
    {
        ArgumentNullException.ThrowIfNull(create);
        if (s_wrappers.TryAdd((typeof(TWrapper), typeof(TConnection), service), true))
        {
            _ = Wrappers.Add(ServiceWrapping.Of<TConnection>(create, service, order));
        }
    }

    internal static ConnectionClassInfo Default(string device, string alias) => s_byName.Values.FirstOrDefault(info => info.IsDefault)
        ?? throw new UnknownConnectionClassException(
            $"Neither the call nor the testbed names a connection class for '{alias}' of '{device}', and no class is marked IsDefault. Classes: {Known()}.");

    /// <summary>All of them, as testbed files are judged by them.</summary>
    internal static ConnectionClassSet Set() => new(s_byName.Values.Distinct().Select(static info => info.Shape));

    internal static ConnectionClassInfo Find(string name, string device, string alias, FileRange? place) =>
        s_byName.TryGetValue(name, out var info) ? info
        : throw new UnknownConnectionClassException(
            $"'{alias}' of '{device}' cannot be made: {(place is { } range ? $"{range}: " : "")}error CG2006: {Set().Unknown(name, device)}");

    private static string Known() => s_byName.IsEmpty ? "none" : string.Join(", ", s_byName.Values.SelectMany(info => info.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
