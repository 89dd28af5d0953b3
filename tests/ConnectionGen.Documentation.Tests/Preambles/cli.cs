using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Transports;

await using var lab = Lab.Load(options: new TestbedOptions { TimeProvider = new QuickTime() });
var r1 = lab.Devices["r1"];
CliConnection connection = await r1.ConnectAsync<CliConnection>();
var writer = Console.Out;
var count = 0;

// a device that restarts is waited for half a minute: five times faster here
sealed class QuickTime : TimeProvider
{
    private const int Times = 5;

    public override long TimestampFrequency => base.TimestampFrequency / Times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Quick(dueTime), Quick(period));

    private static TimeSpan Quick(TimeSpan time) => time <= TimeSpan.Zero ? time : time / Times;
}

// a device at the end of a serial line, played in this program
static class SerialTransport
{
    public static Task<ITransport> OpenAsync(string? device) =>
        Task.FromResult<ITransport>(new StreamTransport(SimulatedDevice.Create(MockData.Load("mock/ios.yaml"), new() { HostName = device! }).OpenStream()));
}

sealed class StreamTransport(Stream stream) : ITransport
{
    public string Description => "a serial line";

    public bool IsOpen { get; private set; } = true;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await stream.ReadAsync(buffer, cancellationToken);
        IsOpen &= read > 0;
        return read;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) => stream.WriteAsync(bytes, cancellationToken);

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
