using System.Globalization;
using System.Text;

namespace ConnectionGen.Reports;

/// <summary>
/// A log of what is called on connections, made to be read: time, device, alias and direction, and below them the answer as the device gave it. Give it to
/// <see cref="TestbedOptions.Wrappers"/>. Entries of devices that answer at the same time do not mix. Secrets of the testbed are hidden, also where a device
/// repeats them.
/// </summary>
/// <example><code>
/// using var log = new SessionLog(Console.Out, new SessionLogOptions { MostLines = 20, Folder = "logs" });
/// await using var lab = Testbed.Load("lab.yaml", new TestbedOptions { Wrappers = [ServiceWrapping.Of&lt;Connection&gt;(log)] });
/// </code></example>
public sealed class SessionLog : AnyServiceWrapper, IDisposable
{
    private readonly TextWriter _output;
    private readonly SessionLogOptions _options;
    private readonly DeviceLogFiles? _files;
    private readonly Lock _one = new();

    /// <summary>Logs to a writer, an entry by one call of <see cref="TextWriter.Write(string)"/>.</summary>
    /// <param name="output">The writer. It is not disposed with the log.</param>
    /// <param name="options">How the log looks; null for plain lines without an end.</param>
    public SessionLog(TextWriter output, SessionLogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _options = options ?? new SessionLogOptions();
        _files = _options.Folder is { } folder ? new DeviceLogFiles(folder) : null;
    }

    /// <summary>Adds an entry by hand.</summary>
    /// <param name="device">The device's name.</param>
    /// <param name="alias">The connection's alias.</param>
    /// <param name="direction">Which way it goes.</param>
    /// <param name="text">What to say in the entry's own line.</param>
    /// <param name="below">Lines that stand below it; null for none.</param>
    /// <exception cref="IOException">A file of the log's folder cannot be written.</exception>
    public void Write(string device, string alias, LogDirection direction, string text, string? below = null)
    {
        var time = _options.Clock.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var head = $"{device} {alias} {Mark(direction)} {text.TrimEnd('\r', '\n').ReplaceLineEndings("\n  ")}";
        var lines = below is null ? [] : CallText.Lines(below);
        lock (_one)
        {
            _output.Write(Entry($"{Coloured(time, 2)} {Coloured(head, Code(direction))}", Folded(lines)));
            _files?.Write(device, Entry($"{time} {head}", lines));
        }
    }

    /// <summary>Closes the files of the log's folder.</summary>
    public void Dispose()
    {
        lock (_one)
            _files?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task<TResult> CallAsync<TResult>(ServiceCall call, Func<CancellationToken, Task<TResult>> service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(service);
        var (device, alias) = (call.Device.Name, call.Connection.Alias);
        var mask = SecretMask.Of(call.Connection);
        Write(device, alias, LogDirection.Sent, mask.Hide(CallText.Of(call)));
        try
        {
            var result = await service(cancellationToken).ConfigureAwait(false);
            if (CallText.Of(result) is { } text)
                Write(device, alias, LogDirection.Received, CallText.Lines(text) is { Length: > 0 } lines ? Counted.Of(lines.Length, "line") : "nothing", mask.Hide(text));

            return result;
        }
        catch (Exception error)
        {
            Write(device, alias, LogDirection.Failed, mask.Hide(error.Message));
            throw;
        }
    }

    private static string Entry(string head, string[] lines)
    {
        var entry = new StringBuilder(head).Append('\n');
        foreach (var line in lines)
            entry.Append("  ").Append(line).Append('\n');

        return entry.ToString();
    }

    /// <summary>Two thirds of what is shown are from the beginning, since the end is often the less telling.</summary>
    private string[] Folded(string[] lines)
    {
        if (_options.MostLines is not { } most || lines.Length <= most)
            return lines;

        var (first, last) = (most - (most / 3), most / 3);
        return [.. lines.Take(first), Coloured($"… {lines.Length - first - last} more lines …", 2), .. lines.TakeLast(last)];
    }

    private static char Mark(LogDirection direction) => direction switch { LogDirection.Sent => '>', LogDirection.Received => '<', LogDirection.Failed => '!', _ => '-' };

    private static int? Code(LogDirection direction) => direction switch { LogDirection.Sent => 36, LogDirection.Received => 32, LogDirection.Failed => 31, _ => null };

    private string Coloured(string text, int? code) => _options.HasColours && code is { } number ? string.Create(CultureInfo.InvariantCulture, $"\e[{number}m{text}\e[0m") : text;
}
