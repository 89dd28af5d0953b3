using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <content>Sending and reading text as it is.</content>
public partial class CliConnection
{
    /// <summary>Sends text as it is, without Enter.</summary>
    /// <param name="text">What to send.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    [Service(NeedsLease = true)]
    public virtual Task SendAsync(string text, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().SendAsync(text, cancellationToken).AsTask());

    /// <summary>Sends text and Enter.</summary>
    /// <param name="text">What to send; nothing for Enter alone.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LinkClosedException">The link is closed.</exception>
    [Service(NeedsLease = true)]
    public virtual Task SendLineAsync(string text = "", CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().SendLineAsync(text, cancellationToken).AsTask());

    /// <summary>Takes what the device has sent and nothing has used, and waits a moment for more as long as more comes.</summary>
    /// <param name="quiet">How long the device must be quiet; a fifth of a second unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <returns>The text; empty if there is none.</returns>
    [Service(NeedsLease = true)]
    public virtual Task<string> ReceiveAsync(TimeSpan? quiet = null, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().ReceiveAsync(quiet ?? TimeSpan.FromMilliseconds(200), CommandLimit, cancellationToken).AsTask());

    /// <summary>Waits for the first of several patterns in what the device sends.</summary>
    /// <param name="patterns">What to wait for.</param>
    /// <param name="timeout">How long at most; 10 seconds unless said otherwise.</param>
    /// <param name="cancellationToken">Ends the wait; the text stays.</param>
    /// <exception cref="ExpectTimeoutException">Nothing matched in time; the text stays.</exception>
    /// <exception cref="LinkClosedException">The link was closed before anything matched.</exception>
    [Service(NeedsLease = true)]
    public virtual Task<TextMatch> ExpectAsync(IReadOnlyList<TextPattern> patterns, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        WatchLinkAsync(() => Line.TakeOver().ExpectAsync(patterns, timeout ?? TimeSpan.FromSeconds(10), cancellationToken).AsTask());
}
