namespace ConnectionGen;

/// <content>Services whose result holds the connection until it is disposed of.</content>
public static partial class ServiceCalls
{
    /// <summary>Runs a service that returns an <see cref="IConnectionScope"/>: the connection is held until the scope is disposed of.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static Task<TScope> RunScope<TSelf, TArgs, TScope>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task<TScope>> body, CancellationToken cancellationToken)
        where TSelf : Connection
        where TScope : IConnectionScope
    {
        if (self.IsConcurrent)
        {
            return OpenScopeAsync(self, service, args, body, self.Gate, null, cancellationToken);
        }

        var ambient = Frame.Current.Value;
        Gate gate;
        try
        {
            gate = Frame.Choose(self.Gate, ambient);
        }
        catch (InvalidOperationException held)
        {
            return Task.FromException<TScope>(held);
        }

        var mark = new Frame.Held(gate, ambient, $"a scope of {service.Name}");
        var scope = OpenScopeAsync(self, service, args, body, gate, mark, cancellationToken);
        Frame.Current.Value = mark; // stays in the caller's flow, as that of an enumeration does: its calls would wait for its own scope
        return scope;
    }

    private static async Task<TScope> OpenScopeAsync<TSelf, TArgs, TScope>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task<TScope>> body, Gate gate, Frame.Held? mark, CancellationToken cancellationToken)
        where TSelf : Connection
        where TScope : IConnectionScope
    {
        Frame? frame = null;
        try
        {
            await Blocking.LeaveContext();
            cancellationToken.ThrowIfCancellationRequested();
            frame = mark is null ? null : await EnterAsync(self, gate, self.Limits.Busy, cancellationToken).ConfigureAwait(false);
            Frame.Current.Value = frame ?? Frame.Current.Value; // undone by the return of this method
            // a call inside the frame: a closing under it ends it for its caller, as it does any other
            var scope = await RunTask(self, service, args, body, cancellationToken).ConfigureAwait(false);
            var hold = new ScopeHold($"The scope of {service.Name} on {self.Name}", frame, mark);
            if (scope.Hold is { } inner)
            {
                inner.Keep(hold); // another service of the connection began it: its calls run inside that one's frame
            }
            else
            {
                scope.Hold = hold;
            }

            return scope;
        }
        catch
        {
            frame?.Leave();
            mark?.Leave();
            throw;
        }
    }
}
