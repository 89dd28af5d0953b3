using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>
/// The one point through which every service call goes; generated code calls it. One method name per shape of result: overloads that differ
/// only in what the delegate returns are ambiguous for lambdas that throw.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ServiceCalls
{
    /// <summary>Runs a service that returns <see cref="Task{TResult}"/>.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static Task<TResult> RunTask<TSelf, TArgs, TResult>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task<TResult>> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            return SlowAsync(self, service, args, body, static (body, self, args, cancellationToken) => body(self, args, cancellationToken), entry.Gate, cancellationToken);
        }

        Task<TResult> task;
        try
        {
            task = body(self, args, cancellationToken);
        }
        catch (Exception error)
        {
            task = Failed<TResult>(error);
        }

        entry.RestoreCaller();
        return Ended(self, entry.Frame, task);
    }

    /// <summary>Runs a service that returns <see cref="Task"/>.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static Task RunTask<TSelf, TArgs>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, Task> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            return SlowAsync(self, service, args, body, static (body, self, args, cancellationToken) => WithoutResult(body(self, args, cancellationToken)), entry.Gate, cancellationToken);
        }

        Task task;
        try
        {
            task = body(self, args, cancellationToken);
        }
        catch (Exception error)
        {
            task = Failed<ValueTuple>(error);
        }

        entry.RestoreCaller();
        if (!task.IsCompleted)
        {
            return new PendingCall(self, entry.Frame, task).Start();
        }

        entry.Frame.Leave();
        return task;
    }

    /// <summary>Runs a service that returns <see cref="ValueTask{TResult}"/>.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static ValueTask<TResult> RunValueTask<TSelf, TArgs, TResult>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            return new(SlowAsync(self, service, args, body, static (body, self, args, cancellationToken) => body(self, args, cancellationToken).AsTask(), entry.Gate, cancellationToken));
        }

        ValueTask<TResult> task;
        try
        {
            task = body(self, args, cancellationToken);
        }
        catch (Exception error)
        {
            task = new(Failed<TResult>(error));
        }

        entry.RestoreCaller();
        if (!task.IsCompleted)
        {
            return new(new PendingCall<TResult>(self, entry.Frame, task.AsTask()).Start());
        }

        entry.Frame.Leave();
        return task;
    }

    /// <summary>Runs a service that returns <see cref="ValueTask"/>.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static ValueTask RunValueTask<TSelf, TArgs>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, ValueTask> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            return new(SlowAsync(self, service, args, body, static (body, self, args, cancellationToken) => WithoutResult(body(self, args, cancellationToken).AsTask()), entry.Gate, cancellationToken));
        }

        ValueTask task;
        try
        {
            task = body(self, args, cancellationToken);
        }
        catch (Exception error)
        {
            task = new(Failed<ValueTuple>(error));
        }

        entry.RestoreCaller();
        if (!task.IsCompleted)
        {
            return new(new PendingCall(self, entry.Frame, task.AsTask()).Start());
        }

        entry.Frame.Leave();
        return task;
    }

    /// <summary>Runs a synchronous service with a result. It waits for the connection on the caller's thread.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static TResult Run<TSelf, TArgs, TResult>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, TResult> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            return Blocking.Run(
                (self, service, args, body, entry.Gate, cancellationToken),
                static call => SlowAsync(call.self, call.service, call.args, call.body, static (body, self, args, cancellationToken) => Task.FromResult(body(self, args, cancellationToken)), call.Gate, call.cancellationToken));
        }

        try
        {
            return body(self, args, cancellationToken);
        }
        finally
        {
            entry.RestoreCaller();
            entry.Frame.Leave();
        }
    }

    /// <summary>Runs a synchronous service without a result. It waits for the connection on the caller's thread.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static void Run<TSelf, TArgs>(
        TSelf self, ServiceInfo service, TArgs args, Action<TSelf, TArgs, CancellationToken> body, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        if (!TryBegin(self, service, cancellationToken, out var entry))
        {
            Blocking.Run(
                (self, service, args, body, entry.Gate, cancellationToken),
                static call => SlowAsync(call.self, call.service, call.args, call.body, static (body, self, args, cancellationToken) => WithoutResult(() => body(self, args, cancellationToken)), call.Gate, call.cancellationToken));
            return;
        }

        try
        {
            body(self, args, cancellationToken);
        }
        finally
        {
            entry.RestoreCaller();
            entry.Frame.Leave();
        }
    }

    /// <summary>Runs a service that returns a stream: the connection is held from the first element to the stream's disposal.</summary>
    /// <param name="self">The connection.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="body">The user's method.</param>
    /// <param name="cancellationToken">Stops the waiting and the service.</param>
    public static IAsyncEnumerable<T> RunStream<TSelf, TArgs, T>(
        TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> body, CancellationToken cancellationToken)
        where TSelf : Connection
        => new ServiceStream<TSelf, TArgs, T>(self, service, args, body, cancellationToken);

    /// <summary>True: entered, the caller runs the body and leaves the frame. False: the slow way, through the gate that the entry names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryBegin(Connection self, ServiceInfo service, CancellationToken cancellationToken, out Entry entry)
    {
        var ambient = Frame.Current.Value;
        var isConcurrent = self.IsConcurrent;
        var gate = ambient is null || isConcurrent ? self.Gate : Frame.Choose(self.Gate, ambient);
        ExecutionContext? caller = null;
        if (isConcurrent || self.IsObserved(service) || cancellationToken.IsCancellationRequested || Blocking.HasContext
            || (caller = ExecutionContext.Capture()) is null || !TryEnterOpen(self, gate)) // entering comes last: nothing may fail after it
        {
            entry = new Entry(gate, null, null);
            return false;
        }

        var frame = new Frame(gate, ambient);
        Frame.Current.Value = frame;
        entry = new Entry(gate, frame, caller);
        return true;
    }

    /// <summary>Inside the gate nothing but a closing under the call can close the connection; before it, any closing can.</summary>
    private static bool TryEnterOpen(Connection self, Gate gate)
    {
        if (!gate.TryEnter())
        {
            return false;
        }

        if (self.IsClosed)
        {
            gate.Exit();
            return false;
        }

        return true;
    }

    /// <summary>With the gate's wait, without the caller's context; where something observes the call, here it does.</summary>
    private static async Task<TResult> SlowAsync<TSelf, TArgs, TBody, TResult>(
        TSelf self, ServiceInfo service, TArgs args, TBody body, Func<TBody, TSelf, TArgs, CancellationToken, Task<TResult>> run, Gate gate, CancellationToken cancellationToken)
        where TSelf : Connection
    {
        await Blocking.LeaveContext();
        cancellationToken.ThrowIfCancellationRequested();
        if (self.IsConcurrent)
        {
            self.ThrowIfClosed(service);
            return await StartAsync(self, service, args, body, run, cancellationToken).ConfigureAwait(false);
        }

        var frame = await EnterAsync(self, gate, self.Limits.Busy, cancellationToken).ConfigureAwait(false);
        Frame.Current.Value = frame; // undone by the return of this method
        Task<TResult> task;
        try
        {
            self.ThrowIfClosed(service);
            task = StartAsync(self, service, args, body, run, cancellationToken);
        }
        catch (Exception error)
        {
            task = Failed<TResult>(error);
        }

        return await Ended(self, frame, task).ConfigureAwait(false);
    }

    private static Task<TResult> StartAsync<TSelf, TArgs, TBody, TResult>(
        TSelf self, ServiceInfo service, TArgs args, TBody body, Func<TBody, TSelf, TArgs, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken)
        where TSelf : Connection
        => self.IsObserved(service)
            ? ObservedCall.RunAsync(self, service, args, (self, args, token) => run(body, self, args, token), cancellationToken)
            : run(body, self, args, cancellationToken);

    /// <summary>Waits for the connection to be free for this flow.</summary>
    /// <exception cref="ConnectionBusyException">It was not free within the limit.</exception>
    internal static async Task<Frame> EnterAsync(Connection self, Gate gate, TimeSpan limit, CancellationToken cancellationToken)
    {
        var ambient = Frame.Current.Value;
        try
        {
            while (!await gate.EnterAsync(limit, self.Time, cancellationToken).ConfigureAwait(false))
            {
                gate = Frame.Choose(self.Gate, ambient);
            }
        }
        catch (TimeoutException)
        {
            throw new ConnectionBusyException($"{self.Name} was in use by another call for {limit}.");
        }

        return new Frame(gate, ambient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Task<TResult> Ended<TResult>(Connection self, Frame frame, Task<TResult> task)
    {
        if (!task.IsCompleted)
        {
            return new PendingCall<TResult>(self, frame, task).Start();
        }

        frame.Leave();
        return task;
    }

    private static Task<TResult> Failed<TResult>(Exception error) => error is OperationCanceledException canceled && canceled.CancellationToken.IsCancellationRequested
        ? Task.FromCanceled<TResult>(canceled.CancellationToken)
        : Task.FromException<TResult>(error);

    private static async Task<ValueTuple> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }

    private static Task<ValueTuple> WithoutResult(Action action)
    {
        action();
        return Task.FromResult(default(ValueTuple));
    }

    /// <summary>What a call that has begun needs to end.</summary>
    private readonly struct Entry(Gate gate, Frame? frame, ExecutionContext? caller)
    {
        public Gate Gate => gate;

        public Frame Frame => frame!;

        /// <summary>Cheaper than to set the <see cref="AsyncLocal{T}"/> back, which copies the flow's other values.</summary>
        public void RestoreCaller() => ExecutionContext.Restore(caller!);
    }
}
