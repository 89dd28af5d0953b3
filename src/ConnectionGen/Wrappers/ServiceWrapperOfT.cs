namespace ConnectionGen;

/// <summary>Code that runs around services of one signature, with typed arguments and result.</summary>
/// <typeparam name="TArgs">The service's parameters but the token: the type itself where there is one, a tuple of several, <see cref="ValueTuple"/> for none.</typeparam>
/// <typeparam name="TResult">What the service gives, inside the task; <see cref="ValueTuple"/> for nothing.</typeparam>
public abstract class ServiceWrapper<TArgs, TResult> : ServiceWrapper
{
    internal sealed override Task<TCallResult> RunAsync<TCallArgs, TCallResult>(
        ServiceCall<TCallArgs> call, Func<TCallArgs, CancellationToken, Task<TCallResult>> service, CancellationToken cancellationToken)
        => (object)call is ServiceCall<TArgs> typedCall && (object)service is Func<TArgs, CancellationToken, Task<TResult>> typedService
            ? (Task<TCallResult>)(object)RunTypedAsync(typedCall, typedService, cancellationToken)
            : service(call.Arguments, cancellationToken); // an overload of another signature

    /// <summary>Runs before the service; what it throws goes to the caller, and the service does not run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task BeforeAsync(ServiceCall<TArgs> call, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs the service; override it to run it again, with other arguments, or not at all.</summary>
    /// <param name="call">The call.</param>
    /// <param name="service">The service, or the next wrapper.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> CallAsync(ServiceCall<TArgs> call, Func<TArgs, CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(service);
        return service(call.Arguments, cancellationToken);
    }

    /// <summary>Runs when <see cref="CallAsync"/> throws. Throw on, or answer a result, which goes through <see cref="AfterAsync"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> OnErrorAsync(ServiceCall<TArgs> call, Exception error, CancellationToken cancellationToken) => Task.FromException<TResult>(error);

    /// <summary>Runs after the service; what it answers is the call's result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">The service's result.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected virtual Task<TResult> AfterAsync(ServiceCall<TArgs> call, TResult result, CancellationToken cancellationToken) => Task.FromResult(result);

    private async Task<TResult> RunTypedAsync(ServiceCall<TArgs> call, Func<TArgs, CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        await BeforeAsync(call, cancellationToken).ConfigureAwait(false);
        TResult result;
        try
        {
            result = await CallAsync(call, service, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            result = await OnErrorAsync(call, error, cancellationToken).ConfigureAwait(false);
        }

        return await AfterAsync(call, result, cancellationToken).ConfigureAwait(false);
    }
}
