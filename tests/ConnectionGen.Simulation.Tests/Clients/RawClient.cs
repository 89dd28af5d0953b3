using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>A socket and nothing else: it shares no code with the device that it tests.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly Stream _stream;
    private readonly bool _isTelnet;
    private readonly byte[] _received = new byte[64 * 1024];
    private readonly List<byte> _text = [];
    private readonly List<byte> _command = [];
    private int _searched;
    private byte _previous;
    private Task<int>? _ahead;

    private RawClient(Stream stream, bool isTelnet)
    {
        _stream = stream;
        _isTelnet = isTelnet;
    }

    /// <summary>Telnet commands received so far, one after the other.</summary>
    public List<byte> TelnetCommands { get; } = [];

    /// <summary>All text so far, Telnet commands removed.</summary>
    public string Text => Encoding.UTF8.GetString([.. _text]);

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        return new RawClient(new NetworkStream(socket, ownsSocket: true), isTelnet: true);
    }

    public static RawClient Over(Stream stream) => new(stream, isTelnet: false);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(params byte[] bytes) => _stream.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Reads until the text that was not read before ends with <paramref name="end"/>; gives that text.</summary>
    public async Task<string> ReadToAsync(string end)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Deadline);
        while (!Unread().EndsWith(end, StringComparison.Ordinal))
        {
            int length;
            try
            {
                length = await NextAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"waited for {Shown(end)}, there is {Shown(Unread())}");
            }

            Assert.True(length > 0, $"closed while waiting for {Shown(end)}, there is {Shown(Unread())}");
            Take(_received.AsSpan(0, length));
        }

        var text = Unread();
        _searched = _text.Count;
        return text;
    }

    /// <summary>Reads until the device hangs up; gives what was not read before.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Deadline);
        try
        {
            int length;
            while ((length = await NextAsync(limit.Token)) > 0)
            {
                Take(_received.AsSpan(0, length));
            }
        }
        catch (IOException)
        {
            // a reset is an end too
        }

        var text = Unread();
        _searched = _text.Count;
        return text;
    }

    /// <summary>Whether there is text that was not read before, without waiting for it.</summary>
    public async Task<bool> HasMoreAsync()
    {
        if (_text.Count > _searched)
        {
            return true;
        }

        _ahead ??= _stream.ReadAsync(_received, TestContext.Current.CancellationToken).AsTask();
        await Task.WhenAny(_ahead, Task.Delay(5, TestContext.Current.CancellationToken));
        return _ahead.IsCompleted;
    }

    /// <summary>Sends a line and reads to the end given; gives what came.</summary>
    public async Task<string> CommandAsync(string line, string end)
    {
        await SendAsync(line + "\r");
        return await ReadToAsync(end);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static string Shown(string text) => $"'{text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\x1b", "\\e", StringComparison.Ordinal)}'";

    private async Task<int> NextAsync(CancellationToken cancellationToken)
    {
        var ahead = _ahead;
        _ahead = null;
        return ahead is null ? await _stream.ReadAsync(_received, cancellationToken) : await ahead.WaitAsync(cancellationToken);
    }

    private string Unread() => Encoding.UTF8.GetString([.. _text.Skip(_searched)]);

    private void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (!_isTelnet || !IsOfTelnet(value))
            {
                _text.Add(value);
            }

            _previous = value;
        }
    }

    private bool IsOfTelnet(byte value)
    {
        const byte Iac = 255;
        if (_command.Count == 0)
        {
            if (value == Iac)
            {
                _command.Add(value);
                return true;
            }

            return value == 0 && _previous == (byte)'\r';
        }

        _command.Add(value);
        switch (_command)
        {
            case [_, Iac]:
                _command.Clear();
                return false;
            case [_, >= 251 and <= 254, _]:
            case [_, 250, .., Iac, 240]:
            case [_, < 250]:
                TelnetCommands.AddRange(_command);
                _command.Clear();
                return true;
            default:
                return true;
        }
    }
}
