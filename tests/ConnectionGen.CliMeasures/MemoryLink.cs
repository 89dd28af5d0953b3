using System.Globalization;
using System.Text;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.CliMeasures;

/// <summary>
/// A device in the client's own memory: repeats what is typed, answers <c>show BYTES</c> with so many bytes of 80-character lines and everything else with
/// nothing, as fast as they are taken.
/// </summary>
internal sealed class MemoryLink : ITransport
{
    private const int Line = 80;

    private static readonly byte[] s_block = Block();
    private static readonly byte[] s_prompt = "r1# "u8.ToArray();

    private readonly Queue<ReadOnlyMemory<byte>> _said = new([s_prompt]);
    private readonly StringBuilder _typed = new();
    private long _output;

    public string Description => "memory";

    public bool IsOpen { get; private set; } = true;

    public bool CanTryRead => true;

    public int TryRead(Span<byte> buffer)
    {
        if (_said.TryPeek(out var next))
        {
            _said.Dequeue();
            next.Span.CopyTo(buffer);
            return next.Length;
        }

        if (_output == 0)
        {
            return IsOpen ? 0 : -1;
        }

        var column = (int)((Line - _output % Line) % Line);
        var count = (int)Math.Min(Math.Min(buffer.Length, s_block.Length - column), _output);
        s_block.AsSpan(column, count).CopyTo(buffer);
        _output -= count;
        if (_output == 0)
        {
            _said.Enqueue(s_prompt);
        }

        return count;
    }

    // only asked when the device has nothing to say, which is so when nothing was typed
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryRead(buffer.Span) is var count and > 0)
        {
            return count;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        _typed.Append(Encoding.UTF8.GetString(bytes.Span));
        if (_typed.ToString() is [.. var line, '\r'])
        {
            _typed.Clear();
            Answer(line);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        IsOpen = false;
        return ValueTask.CompletedTask;
    }

    private void Answer(string line)
    {
        _said.Enqueue(Encoding.UTF8.GetBytes($"{line}\r\n"));
        if (line.StartsWith("show ", StringComparison.Ordinal))
        {
            _output = long.Parse(line.AsSpan(5), CultureInfo.InvariantCulture) / Line * Line;
        }
        else
        {
            _said.Enqueue(s_prompt);
        }
    }

    private static byte[] Block()
    {
        var block = new byte[64 * 1024 / Line * Line + Line];
        for (var n = 0; n < block.Length; n++)
        {
            block[n] = (n % Line) switch
            {
                Line - 2 => (byte)'\r',
                Line - 1 => (byte)'\n',
                var column => (byte)('a' + column % 26),
            };
        }

        return block;
    }
}
