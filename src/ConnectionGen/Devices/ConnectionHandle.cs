using System.Diagnostics.CodeAnalysis;

namespace ConnectionGen;

/// <summary>
/// A connection of a device by its alias: <c>device.Alias("vty_1")</c>, <c>device.vty_1</c>. The services of all connection classes are its
/// methods; each call finds the connection that has the alias then.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "a handle is called through and not compared")]
public readonly struct ConnectionHandle
{
    internal ConnectionHandle(Device device, string? alias)
    {
        Device = device;
        Alias = alias;
    }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>The alias; null for the device's default one.</summary>
    public string? Alias { get; }

    /// <summary>The connection that has the alias now.</summary>
    /// <exception cref="ConnectionNotFoundException">There is none.</exception>
    public Connection Connection => Device.ConnectionManager.Get(Alias);

    /// <summary>True where there is such a connection and it is open.</summary>
    public bool IsConnected => Device.ConnectionManager.IsConnected(Alias);

    /// <inheritdoc cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/>
    public Task<Connection> ConnectAsync([ViaPath] string? via = null, CancellationToken cancellationToken = default) => Device.ConnectionManager.ConnectAsync(Alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.ConnectAsync(string?, string?, CancellationToken)"/>
    public Connection Connect([ViaPath] string? via = null, CancellationToken cancellationToken = default) => Device.ConnectionManager.Connect(Alias, via, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DisconnectAsync"/>
    public Task DisconnectAsync(CancellationToken cancellationToken = default) => Device.ConnectionManager.DisconnectAsync(Alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DisconnectAsync"/>
    public void Disconnect(CancellationToken cancellationToken = default) => Device.ConnectionManager.Disconnect(Alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAsync"/>
    public Task DestroyAsync(CancellationToken cancellationToken = default) => Device.ConnectionManager.DestroyAsync(Alias, cancellationToken);

    /// <inheritdoc cref="ConnectionManager.DestroyAsync"/>
    public void Destroy(CancellationToken cancellationToken = default) => Device.ConnectionManager.Destroy(Alias, cancellationToken);

    /// <summary><c>'vty_1' of 'phoenix'</c>.</summary>
    public override string ToString() => $"'{Alias ?? Device.ConnectionManager.DefaultAlias}' of '{Device.Name}'";

    internal Connection? Find() => Device.ConnectionManager.Find(Alias);
}
