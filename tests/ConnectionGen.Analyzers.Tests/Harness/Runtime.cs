namespace ConnectionGen.Analyzers.Tests;

/// <summary>The shape of the runtime, as far as analyzers look at it.</summary>
internal static class Runtime
{
    public const string Source = """
        #nullable enable
        #pragma warning disable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace ConnectionGen
        {
            [AttributeUsage(AttributeTargets.Class, Inherited = false)]
            public sealed class ConnectionClassAttribute(params string[] names) : Attribute { public bool IsDefault { get; set; } }
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class ServiceAttribute : Attribute { public bool NeedsLease { get; set; } }
            [AttributeUsage(AttributeTargets.Class, Inherited = false)]
            public sealed class TestbedAttribute(string file) : Attribute;
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class ViaPathAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class ConnectionAliasAttribute : Attribute;

            public sealed class ConnectionContext { public Device Device => null!; }
            public abstract class Connection(ConnectionContext context) : IAsyncDisposable, IDisposable
            {
                protected ConnectionContext Context => context;
                protected abstract Task OpenAsync(CancellationToken cancellationToken);
                protected abstract Task CloseAsync(CancellationToken cancellationToken);
                public ValueTask DisposeAsync() => default;
                public void Dispose() { }
            }
            public abstract class ConnectionPool(ConnectionContext context) : Connection(context);
            public class ConnectionPool<T>(ConnectionContext context) : ConnectionPool(context) where T : Connection
            {
                protected override Task OpenAsync(CancellationToken cancellationToken) => null!;
                protected override Task CloseAsync(CancellationToken cancellationToken) => null!;
            }

            public readonly struct ConnectionHandle
            {
                public Device Device => null!;
                public Connection Connection => null!;
                public string? Alias => null;
            }

            public sealed class ConnectionManager
            {
                public Device Device => null!;
                public IReadOnlyDictionary<string, Connection> Connections => null!;
                public Task<Connection> ConnectAsync([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default) => null!;
                public T Instantiate<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null) where T : Connection => null!;
            }

            public class Device : IAsyncDisposable, IDisposable
            {
                public string Name => null!;
                public ConnectionManager ConnectionManager => null!;
                public ConnectionHandle Pool => default;
                public ConnectionHandle Alias([ConnectionAlias] string? alias = null) => default;
                public T Alias<T>([ConnectionAlias] string? alias = null) where T : Connection => null!;
                public Connection Instantiate([ConnectionAlias] string? alias = null, [ViaPath] string? via = null) => null!;
                public T Instantiate<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null) where T : Connection => null!;
                public Connection Connect([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default) => null!;
                public T Connect<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default) where T : Connection => null!;
                public Task<Connection> ConnectAsync([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default) => null!;
                public Task<T> ConnectAsync<T>([ConnectionAlias] string? alias = null, [ViaPath] string? via = null, CancellationToken cancellationToken = default) where T : Connection => null!;
                public Task<ConnectionPool> ConnectPoolAsync(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default) => null!;
                public Task<ConnectionPool<T>> ConnectPoolAsync<T>(int poolSize, [ConnectionAlias] string? alias = null, [ViaPath] string? via = null, TimeSpan? poolTimeout = null, CancellationToken cancellationToken = default) where T : Connection => null!;
                public bool IsConnected([ConnectionAlias] string? alias = null) => false;
                public Task DisconnectAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => null!;
                public Task DestroyAsync([ConnectionAlias] string? alias = null, CancellationToken cancellationToken = default) => null!;
                public Task DisconnectAllAsync(CancellationToken cancellationToken = default) => null!;
                public ValueTask DisposeAsync() => default;
                public void Dispose() { }
            }

            public class Testbed : IAsyncDisposable, IDisposable
            {
                public IReadOnlyDictionary<string, Device> Devices => null!;
                public static Testbed Load(string file) => null!;
                public static Task<Testbed> LoadAsync(string file, CancellationToken cancellationToken = default) => null!;
                public static Testbed Parse(string yaml) => null!;
                public ValueTask DisposeAsync() => default;
                public void Dispose() { }
            }
        }
        """;
}
