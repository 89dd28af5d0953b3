namespace ConnectionGen;

/// <summary>Code that runs around services of any signature.</summary>
public abstract class AnyServiceWrapper : ServiceWrapper
{
    internal sealed override async Task<TCallResult> RunAsync<TCallArgs, TCallResult>(
        ServiceCall<TCallArgs> call, Func<TCallArgs, CancellationToken, Task<TCallResult>> service, CancellationToken cancellationToken)
    {
        await BeforeAsync(call, cancellationToken).ConfigureAwait(false);
        TCallResult result;
        try
        {
            result = await CallAsync(call, token => service(call.Arguments, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            result = await OnErrorAsync<TCallResult>(call, error, cancellationToken).ConfigureAwait(false);
        }

        return await AfterAsync(call, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs before the service; what it throws goes to the caller, and the service does not run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task BeforeAsync(ServiceCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs the service; override it to run it again, or not at all.</summary>
    /// <typeparam name="TResult">What the service gives, inside the task; <see cref="ValueTuple"/> for nothing.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="service">The service, or the next wrapper.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> CallAsync<TResult>(ServiceCall call, Func<CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service(cancellationToken);
    }

    /// <summary>Runs when <see cref="CallAsync"/> throws. Throw on, or answer a result, which goes through <see cref="AfterAsync"/>.</summary>
    /// <typeparam name="TResult">What the service gives.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> OnErrorAsync<TResult>(ServiceCall call, Exception error, CancellationToken cancellationToken) => Task.FromException<TResult>(error);

    /// <summary>Runs after the service; what it answers is the call's result.</summary>
    /// <typeparam name="TResult">What the service gives.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="result">The service's result.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> AfterAsync<TResult>(ServiceCall call, TResult result, CancellationToken cancellationToken) => Task.FromResult(result);
}
