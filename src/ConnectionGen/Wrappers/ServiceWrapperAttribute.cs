namespace ConnectionGen;

/// <summary>
/// Registers a wrapper when you build: it then runs around the services of every matching connection of the process, also from projects that
/// reference yours. The class derives from <see cref="ServiceWrapper{TArgs, TResult}"/> or <see cref="AnyServiceWrapper"/> and has a constructor
/// without parameters; one object serves all connections, by several threads at a time.
/// </summary>
/// <param name="connectionClass">The connection class, or a base of several; <see cref="Connection"/> for all.</param>
/// <param name="service">The service's method name, with <c>nameof</c>; null for all services.</param>
/// <example><code>
/// [ServiceWrapper(typeof(CliConnection), nameof(CliConnection.ExecuteAsync))]
/// public sealed class Retry : ServiceWrapper&lt;string, string&gt;
/// {
///     protected override Task&lt;string&gt; OnErrorAsync(ServiceCall&lt;string&gt; call, Exception error, CancellationToken cancellationToken) => …
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ServiceWrapperAttribute(Type connectionClass, string? service = null) : Attribute
{
    /// <summary>The connection class, or a base of several.</summary>
    public Type ConnectionClass => connectionClass;

    /// <summary>The service's method name; null for all services.</summary>
    public string? Service => service;

    /// <summary>Which of several wrappers is outside: higher ones are. 0 unless said otherwise; equal ones in the order in which they were registered.</summary>
    public int Order { get; set; }
}
