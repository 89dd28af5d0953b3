using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Reachability;

namespace ConnectionGen.Cli;

/// <content>Who can be reached from the device.</content>
public partial class CliConnection
{
    /// <summary>Has the device ping an address.</summary>
    /// <param name="address">The address, or a name that the device can resolve.</param>
    /// <param name="options">Count, size, source, VRF and the like; null for what is usual on the platform.</param>
    /// <param name="timeout">How long it may take, all in all; the connection's <c>timeout</c> and the time for the replies unless said otherwise. The device is then interrupted.</param>
    /// <param name="cancellationToken">Ends the wait, and interrupts the device.</param>
    /// <returns>Requests, replies, times, and what the device said.</returns>
    /// <exception cref="PingFailedException">Not one reply came, unless <see cref="PingOptions.MayFail"/>.</exception>
    /// <exception cref="CommandFailedException">The device could not even begin: an unknown name or VRF, no route.</exception>
    /// <exception cref="NotSupportedException">The platform has no ping, or none as <paramref name="options"/> wants it. Nothing was typed.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    /// <example><code>
    /// var ping = await r1.PingAsync("192.0.2.1", new PingOptions { Vrf = "mgmt", Count = 20 });
    /// Assert.Equal(100, ping.SuccessRate);
    /// </code></example>
    [Service]
    public virtual Task<PingResult> PingAsync(string address, PingOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        options ??= new PingOptions();
        return OperateAsync(
            (line, deadline) => new Ping(line, Where).RunAsync(address, options, deadline),
            timeout ?? Longer(Ping.LimitOf(options, Platform?.Ping)),
            cancellationToken);
    }

    /// <summary>Has the device trace the route to an address. A route that ends on the way is a result like others.</summary>
    /// <param name="address">The address, or a name that the device can resolve.</param>
    /// <param name="options">Source, VRF, number of probes and the like; null for what is usual on the platform.</param>
    /// <param name="timeout">How long it may take, all in all; five minutes unless said otherwise. The device is then interrupted.</param>
    /// <param name="cancellationToken">Ends the wait, and interrupts the device.</param>
    /// <returns>The hops and what the device said.</returns>
    /// <exception cref="CommandFailedException">The device could not even begin.</exception>
    /// <exception cref="NotSupportedException">The platform has no traceroute, or none as <paramref name="options"/> wants it. Nothing was typed.</exception>
    /// <exception cref="ExpectTimeoutException">No prompt came in time.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<TracerouteResult> TracerouteAsync(string address, TracerouteOptions? options = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return OperateAsync(
            (line, deadline) => new Traceroute(line, Where).RunAsync(address, options ?? new TracerouteOptions(), deadline),
            timeout ?? s_traceroute,
            cancellationToken);
    }

    private static readonly TimeSpan s_traceroute = TimeSpan.FromMinutes(5);

    private TimeSpan Longer(TimeSpan by) => CommandLimit == Timeout.InfiniteTimeSpan ? CommandLimit : CommandLimit + by;
}
