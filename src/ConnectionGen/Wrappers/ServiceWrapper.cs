namespace ConnectionGen;

/// <summary>
/// Code that runs around services. Derive from <see cref="ServiceWrapper{TArgs, TResult}"/> for services of one signature, or from
/// <see cref="AnyServiceWrapper"/> for any. Where no wrapper applies to a service, it costs nothing.
/// </summary>
/// <remarks>
/// A wrapper runs inside the connection's gate, like the service: it may call other services of the connection. Calling the wrapped service on the
/// connection again runs the wrapper again, without end; call the delegate that you are given instead. Streams are not wrapped.
/// </remarks>
public abstract class ServiceWrapper
{
    private protected ServiceWrapper()
    {
    }

    /// <summary>Whether to wrap services of a connection, beyond class and service name; asked once a connection and service. Yes unless overridden.</summary>
    /// <param name="connection">The connection.</param>
    public virtual bool AppliesTo(Connection connection) => true;

    internal abstract Task<TCallResult> RunAsync<TCallArgs, TCallResult>(
        ServiceCall<TCallArgs> call, Func<TCallArgs, CancellationToken, Task<TCallResult>> service, CancellationToken cancellationToken);
}
