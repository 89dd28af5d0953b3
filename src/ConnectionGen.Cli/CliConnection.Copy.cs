using ConnectionGen.Cli.Copying;
using ConnectionGen.Cli.Expecting;

namespace ConnectionGen.Cli;

/// <content>Copying files.</content>
public partial class CliConnection
{
    private static readonly TimeSpan s_copy = TimeSpan.FromMinutes(10);

    /// <summary>Has the device copy a file, and answers what it asks about it.</summary>
    /// <param name="request">What to copy, and the answers.</param>
    /// <param name="timeout">How long one attempt may take; ten minutes unless said otherwise. The device is then interrupted.</param>
    /// <param name="progress">Is told what the device shows while the file travels; on the thread that reads, so that it must not wait.</param>
    /// <param name="cancellationToken">Ends the wait, and interrupts the device.</param>
    /// <returns>How much was copied, how long it took, what the device said.</returns>
    /// <exception cref="CopyFailedException">The copy failed: a full disk, no such file, no server, a refusal. Where the network is what failed, after all attempts.</exception>
    /// <exception cref="ArgumentException">A server is needed, and named nowhere; nothing was typed.</exception>
    /// <exception cref="NotSupportedException">The platform has no copy. Nothing was typed.</exception>
    /// <exception cref="LinkClosedException">The link was closed.</exception>
    [Service]
    public virtual Task<CopyResult> CopyAsync(CopyRequest request, TimeSpan? timeout = null, IProgress<CopyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OperateAsync(
            async (line, _) =>
            {
                var credential = CopyCredential(request);
                var copy = new FileCopy(line, Where, request, () => request.UserName ?? credential?.Username, () => (request.Password ?? credential?.Password)?.Reveal(), progress);
                var result = await copy.RunAsync(timeout ?? s_copy, cancellationToken).ConfigureAwait(false);
                if (copy.LeftOutVrf)
                    Log.VrfLeftOut(Context.Logger, Where, request.Vrf!);
                return result;
            },
            Timeout.InfiniteTimeSpan, // each attempt has its own
            cancellationToken);
    }

    private Credential? CopyCredential(CopyRequest request) => request.Credential is not { } name
        ? null
        : Context.Path.Credentials.TryGetValue(name, out var credential)
            ? credential
            : throw new ArgumentException($"{Where}: the copy's credential '{name}' is not there. There are: {string.Join(", ", Context.Path.Credentials.Keys)}.", nameof(request));
}
