namespace ConnectionGen;

/// <content>One call on all devices at once.</content>
public partial class Testbed
{
    /// <summary>Makes a call on devices in parallel. All are tried, though one fails.</summary>
    /// <typeparam name="TResult">What a call gives.</typeparam>
    /// <param name="call">The call; pass its token on.</param>
    /// <param name="devices">The names or aliases of the devices; all unless said otherwise.</param>
    /// <param name="atOnce">How many at once, at least 1.</param>
    /// <param name="limit">The deadline of all calls together; none unless said otherwise, then each call has its own limits only.</param>
    /// <param name="cancellationToken">Stops the calls that run, and begins no further one.</param>
    /// <returns>The results by device name, in the file's order.</returns>
    /// <exception cref="AggregateException">
    /// Some calls failed: the message names their devices, and what they threw is inside. A call that had not ended at the deadline is there as a
    /// <see cref="TimeoutException"/>.
    /// </exception>
    /// <exception cref="KeyNotFoundException">There is no such device.</exception>
    /// <example><code>
    /// await lab.ConnectAsync();
    /// var versions = await lab.CallAsync((device, token) => device.ExecuteAsync("show version", token));
    /// Console.WriteLine(versions["phoenix"]);
    /// </code></example>
    public async Task<IReadOnlyDictionary<string, TResult>> CallAsync<TResult>(
        Func<Device, CancellationToken, Task<TResult>> call,
        IEnumerable<string>? devices = null,
        int atOnce = 100,
        TimeSpan? limit = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var asked = Chosen(devices);
        Device[] chosen = [.. Devices.Values.Where(asked.Contains)];
        var run = new ParallelRun<Device, TResult>(chosen, call)
        {
            AtOnce = atOnce,
            Limit = limit,
            Time = Options.TimeProvider,
            Failed = $"Of testbed '{Name}' the calls on these failed",
            Named = static (_, device) => $"'{device.Name}'",
        };
        var results = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        return new OrderedDictionary<string, TResult>(chosen.Zip(results, static (device, result) => KeyValuePair.Create(device.Name, result)), StringComparer.Ordinal);
    }

    /// <summary>Makes a call without a result on devices in parallel. All are tried, though one fails.</summary>
    /// <inheritdoc cref="CallAsync{TResult}"/>
    /// <returns>A task that ends with the last call.</returns>
    public Task CallAsync(
        Func<Device, CancellationToken, Task> call,
        IEnumerable<string>? devices = null,
        int atOnce = 100,
        TimeSpan? limit = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return CallAsync((device, token) => ParallelCalls.WithoutResult(call(device, token)), devices, atOnce, limit, cancellationToken);
    }

    /// <inheritdoc cref="CallAsync{TResult}"/>
    public IReadOnlyDictionary<string, TResult> Call<TResult>(
        Func<Device, CancellationToken, Task<TResult>> call,
        IEnumerable<string>? devices = null,
        int atOnce = 100,
        TimeSpan? limit = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((this, call, devices, atOnce, limit, cancellationToken), static s => s.Item1.CallAsync(s.call, s.devices, s.atOnce, s.limit, s.cancellationToken));

    /// <inheritdoc cref="CallAsync(Func{Device, CancellationToken, Task}, IEnumerable{string}?, int, TimeSpan?, CancellationToken)"/>
    public void Call(
        Func<Device, CancellationToken, Task> call,
        IEnumerable<string>? devices = null,
        int atOnce = 100,
        TimeSpan? limit = null,
        CancellationToken cancellationToken = default)
        => Blocking.Run((this, call, devices, atOnce, limit, cancellationToken), static s => s.Item1.CallAsync(s.call, s.devices, s.atOnce, s.limit, s.cancellationToken));
}
