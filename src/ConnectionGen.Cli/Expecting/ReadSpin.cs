using System.Diagnostics;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Expecting;

/// <summary>
/// Looks at a link for some microseconds before a thread is given up to wait for it: a device on a fast link answers sooner than a thread wakes.
/// Between two looks the core is free for others, a device on the same machine among them. Only while fewer reads do so than there are cores.
/// </summary>
internal sealed class ReadSpin
{
    private const int Microseconds = 100;

    // the cores are the process's, and so is what is spent of them
    public static readonly ReadSpin Shared = new();

    private static readonly long s_limit = Stopwatch.Frequency * Microseconds / 1_000_000;

    private readonly int _most = Environment.ProcessorCount - 1;
    private int _spinning;

    /// <summary>As <see cref="ITransport.TryRead"/>, for a little longer.</summary>
    public int Read(ITransport transport, Span<byte> buffer)
    {
        var count = transport.TryRead(buffer);
        if (count != 0)
            return count;
        if (Interlocked.Increment(ref _spinning) <= _most)
        {
            var start = Stopwatch.GetTimestamp();
            do
            {
                Thread.Yield();
                count = transport.TryRead(buffer);
            }
            while (count == 0 && Stopwatch.GetTimestamp() - start < s_limit);
        }

        Interlocked.Decrement(ref _spinning);
        return count;
    }
}
