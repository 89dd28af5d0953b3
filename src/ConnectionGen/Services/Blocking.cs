using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConnectionGen;

/// <summary>
/// Runs an asynchronous call to its end, for the blocking twins; generated code calls it. A plain wait is safe under any synchronization context,
/// because every body that it can run leaves its context first. Each twin holds a thread while it waits: many of them at once need as many
/// threads of the pool, so prefer the asynchronous services where there are many callers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Blocking
{
    internal static bool HasContext => SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default;

    /// <summary>Starts a call and waits for its end.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="start">Starts the call.</param>
    public static void Run<TState>(TState state, Func<TState, Task> start) => start(state).GetAwaiter().GetResult();

    /// <summary>Starts a call and waits for its result.</summary>
    /// <param name="state">What the call needs.</param>
    /// <param name="start">Starts the call.</param>
    public static TResult Run<TState, TResult>(TState state, Func<TState, Task<TResult>> start) => start(state).GetAwaiter().GetResult();

    /// <summary>
    /// For the first line of an asynchronous method: what follows runs without synchronization context and task scheduler. The method's own
    /// return gives the caller its context back.
    /// </summary>
    internal static ConfiguredTaskAwaitable LeaveContext()
    {
        if (SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        return Task.CompletedTask.ConfigureAwait(TaskScheduler.Current == TaskScheduler.Default ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.ForceYielding);
    }
}
