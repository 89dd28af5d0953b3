namespace ConnectionGen;

/// <summary>What the generator adds to a connection class, so that <c>ConnectAsync&lt;T&gt;()</c> makes one without reflection.</summary>
/// <typeparam name="TSelf">The connection class.</typeparam>
public interface IConnectionClass<TSelf>
    where TSelf : Connection, IConnectionClass<TSelf>
{
    /// <summary>What the manager knows of the class.</summary>
    static abstract ConnectionClassInfo Info { get; }

    /// <summary>Makes a connection whose arguments come from its path, the defaults and the constructor.</summary>
    /// <param name="context">The connection's device, alias, path and arguments.</param>
    static abstract TSelf Create(ConnectionContext context);

    /// <summary>Chooses a path where neither the call nor <c>defaults.via</c> does and there are several; null for no choice. Implement it in the class to choose.</summary>
    /// <param name="device">The device and its paths.</param>
    static virtual string? SelectPath(DeviceDescription device) => null;
}
