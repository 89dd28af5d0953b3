namespace ConnectionGen;

/// <summary>A call that something looks at: log, trace and metrics outside, then the wrappers, then the service.</summary>
internal static class ObservedCall
{
    public static async Task<TResult> RunAsync<TSelf, TArgs, TResult>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task<TResult>> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        using var activity = Signals.Start(service.Name, self);
        var start = self.Time.GetTimestamp();
        Log.Calling(self.Logger, service.Name, self.Alias, self.DeviceName);
        try
        {
            var result = await WrappedAsync(self, service, args, body, 0, self.WrappersOf(service), cancellationToken).ConfigureAwait(false);
            Log.Called(self.Logger, service.Name, self.Alias, self.DeviceName, self.Time.GetElapsedTime(start).TotalMilliseconds);
            return result;
        }
        catch (Exception error)
        {
            Log.CallFailed(self.Logger, service.Name, self.Alias, self.DeviceName, self.Time.GetElapsedTime(start).TotalMilliseconds, error.GetType().Name);
            Signals.Failed(self, service.Name, error, activity);
            throw;
        }
        finally
        {
            Signals.Ran(self, service.Name, self.Time.GetElapsedTime(start));
        }
    }

    private static Task<TResult> WrappedAsync<TSelf, TArgs, TResult>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task<TResult>> body, int next, ServiceWrapper[] wrappers, CancellationToken cancellationToken)
        where TSelf : Connection
        => next == wrappers.Length
            ? body(self, args, cancellationToken)
            : wrappers[next].RunAsync(
                new ServiceCall<TArgs>(self, service, args),
                (innerArgs, token) => WrappedAsync(self, service, innerArgs, body, next + 1, wrappers, token),
                cancellationToken);
}
