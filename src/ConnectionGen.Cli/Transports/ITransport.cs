namespace ConnectionGen.Cli.Transports;

/// <summary>
/// A way that carries bytes to a device and back: the lowest layer of a command-line connection. Telnet and SSH are here; a class of your own
/// (a serial line, a container's shell) needs these members and nothing else.
/// </summary>
/// <remarks>One read and one write may be under way at a time; two reads or two writes may not. Disposing ends both.</remarks>
public interface ITransport : IAsyncDisposable
{
    /// <summary>Where the bytes go, for messages: <c>127.0.0.1:22 by ssh</c>. Never holds a secret.</summary>
    string Description { get; }

    /// <summary>False once the far side is known to have closed, or after disposal. Only looks; asks nobody.</summary>
    bool IsOpen { get; }

    /// <summary>What Enter is on this way: a return, where a terminal stands at the other end.</summary>
    string Enter => "\r";

    /// <summary>False where no terminal stands at the other end that begins a new line at Enter, so that the next prompt would stand behind the last one.</summary>
    bool EchoesEnter => true;

    /// <summary>What is known about the end of the link beside that it has ended, in a sentence; null for nothing.</summary>
    string? Ending => null;

    /// <summary>True if <see cref="TryRead"/> can tell what is there. Where it is, a short wait for a quick answer is spent on it.</summary>
    bool CanTryRead => false;

    /// <summary>Takes what has come already, without waiting.</summary>
    /// <param name="buffer">Where to put it; not empty.</param>
    /// <returns>The number of bytes; 0 if nothing is there yet; -1 if the far side has closed.</returns>
    int TryRead(Span<byte> buffer) => 0;

    /// <summary>Waits until something comes.</summary>
    /// <param name="buffer">Where to put it; not empty.</param>
    /// <param name="cancellationToken">Ends the wait. A wait that was ended has taken no bytes.</param>
    /// <returns>The number of bytes; 0 if the far side has closed.</returns>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    /// <summary>Sends all bytes.</summary>
    /// <param name="bytes">What to send; may be empty.</param>
    /// <param name="cancellationToken">Ends the attempt; part of the bytes may then have been sent.</param>
    /// <exception cref="IOException">The link is closed.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default);
}
