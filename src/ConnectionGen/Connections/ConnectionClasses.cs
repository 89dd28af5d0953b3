using System.Collections.Concurrent;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>The connection classes of this process, by the names that testbed files call them. Generated code registers them when its assembly is loaded.</summary>
public static class ConnectionClasses
{
    private static readonly ConcurrentDictionary<string, ConnectionClassInfo> s_byName = new(StringComparer.Ordinal);

    /// <summary>Registers a class; once is enough, more does no harm. Of two classes with one name the first keeps it; the other is found by its full type name.</summary>
    /// <typeparam name="T">The connection class.</typeparam>
    public static void Register<T>()
        where T : Connection, IConnectionClass<T>
    {
        var info = T.Info;
        s_byName.TryAdd(info.Type.FullName!, info);
        foreach (var name in info.Names)
        {
            s_byName.TryAdd(name, info);
        }
    }

    internal static ConnectionClassInfo Default(string device) => s_byName.Values.FirstOrDefault(info => info.IsDefault)
        ?? throw new UnknownConnectionClassException(
            $"Neither the call nor the testbed names a connection class for '{device}', and no class is marked IsDefault. Classes: {Known()}.");

    internal static ConnectionClassInfo Find(string name, string device)
    {
        if (s_byName.TryGetValue(name, out var info))
        {
            return info;
        }

        var nearest = NearestName.Find(name, s_byName.Keys);
        throw new UnknownConnectionClassException(
            $"No connection class is called '{name}', which the testbed names for '{device}'{(nearest is null ? "" : $"; did you mean '{nearest}'")}? Classes: {Known()}.");
    }

    private static string Known() => s_byName.IsEmpty ? "none" : string.Join(", ", s_byName.Values.SelectMany(info => info.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
