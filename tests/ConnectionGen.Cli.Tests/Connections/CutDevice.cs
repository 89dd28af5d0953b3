using System.Text;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Tests.Conformance;
using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Connections;

/// <summary>
/// A device at the other end of a transport without a network: numbers its answers, so that an old one is not taken for a new one, knows a configuration
/// mode, and can stop in the middle of what it says or takes.
/// </summary>
internal sealed class CutDevice(Random chance) : ITransport
{
    private readonly Lock _lock = new();
    private readonly Queue<byte> _output = new(Encoding.ASCII.GetBytes("\r\nr1#"));
    private readonly StringBuilder _line = new();
    private string _mode = "#";
    private int _answers;
    private int _left = int.MaxValue;
    private Action? _onCut;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Description => "memory";

    public bool IsOpen { get; private set; } = true;

    /// <summary>What it answered last.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>How many bytes it has said.</summary>
    public int Said { get; private set; }

    /// <summary>How many bytes of a text it takes before it takes no more; null for all.</summary>
    public int? TakesOnly { get; set; }

    /// <summary>Says so many more bytes, and is then silent until <see cref="GoOn"/>; the action runs when the reader comes for the next one.</summary>
    public void StopAfter(int bytes, Action onCut)
    {
        lock (_lock)
            (_left, _onCut) = (bytes, onCut);
    }

    public void GoOn()
    {
        lock (_lock)
        {
            (_left, _onCut) = (int.MaxValue, null);
            Wake();
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task more;
            Action? onCut = null;
            lock (_lock)
            {
                if (Say(buffer.Span) is var count && (count > 0 || !IsOpen))
                    return count;
                more = _more.Task;
                if (_left == 0)
                    (onCut, _onCut) = (_onCut, null);
            }

            onCut?.Invoke();
            await more.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (TakesOnly is { } most)
        {
            Take(bytes.Span[..Math.Min(most, bytes.Length)]);
            lock (_lock)
                _onCut?.Invoke();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        Take(bytes.Span);
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            IsOpen = false;
            Wake();
        }

        return ValueTask.CompletedTask;
    }

    private int Say(Span<byte> buffer)
    {
        var most = Math.Min(Math.Min(_left, buffer.Length), 1 + chance.Next(20)); // in pieces
        var count = 0;
        while (count < most && _output.TryDequeue(out var one))
            buffer[count++] = one;
        _left -= _left == int.MaxValue ? 0 : count;
        Said += count;
        return count;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (var one in bytes)
            {
                if (one == '\r')
                    Answer();
                else
                    _line.Append((char)one);
            }

            Wake();
        }
    }

    private void Answer()
    {
        var line = _line.ToString();
        _line.Clear();
        _mode = line switch
        {
            "configure terminal" => "(config)#",
            "end" => "#",
            _ => _mode,
        };
        LastAnswer = (_mode, line) switch
        {
            (_, "configure terminal" or "end" or "terminal length 0" or "terminal width 0") => "",
            ("#", _) => $"answer {++_answers} to {line}\nr1 and # and r1> are in it",
            _ => line.StartsWith("hostname", StringComparison.Ordinal) ? "" : "% Invalid input detected at '^' marker.",
        };
        foreach (var one in Encoding.ASCII.GetBytes($"{line}\r\n{LastAnswer.Replace("\n", "\r\n", StringComparison.Ordinal)}{(LastAnswer.Length > 0 ? "\r\n" : "")}r1{_mode}"))
            _output.Enqueue(one);
    }

    private void Wake()
    {
        _more.TrySetResult();
        _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A command line over a transport that the test makes.</summary>
[ConnectionClass("cut")]
public partial class CutConnection(
    ConnectionContext context,
    IReadOnlyList<string>? initExecCommands = null,
    IReadOnlyList<string>? initConfigCommands = null,
    bool prepareConfiguration = false,
    bool gotoEnable = true,
    bool mit = false)
    : CliConnection(
        context,
        initExecCommands: initExecCommands,
        initConfigCommands: initConfigCommands,
        prepareConfiguration: prepareConfiguration,
        gotoEnable: gotoEnable,
        mit: mit)
{
    internal Func<ITransport> Transport { get; set; } = null!;

    protected override Platform ChoosePlatform() => Context.DeviceDescription.Os == "nxos-quick" ? ConformanceConnection.QuickSwitch : base.ChoosePlatform();

    protected override Task<ITransport> OpenTransportAsync(CancellationToken cancellationToken) => Task.FromResult(Transport());
}
