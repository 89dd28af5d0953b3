using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ConnectionGen.Cli.Transports;

/// <summary>
/// The standard streams of a program, such as <c>ssh -tt user@host</c> or <c>docker exec -i box vtysh</c>. The program is started without a shell and
/// without a terminal; what it writes to its standard error is told where the session ends.
/// </summary>
public sealed class ProcessTransport : ITransport
{
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_killed = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ProcessSettings _settings;
    private readonly ErrorTail _errors = new();
    private readonly Task _end;
    private readonly Task _errorsRead;
    private volatile bool _isOpen = true;

    private ProcessTransport(Process process, string program, ProcessSettings settings)
    {
        _process = process;
        _settings = settings;
        Description = $"process '{program}'";
        _end = process.WaitForExitAsync();
        _errorsRead = _errors.ReadAsync(process.StandardError);
    }

    /// <summary>The program's name; its arguments may hold what nobody is to see.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public string Enter => _settings.Enter;

    /// <summary>False: bare streams repeat nothing. Where the program repeats Enter all the same, that is an empty line.</summary>
    public bool EchoesEnter => false;

    /// <inheritdoc/>
    public bool IsOpen => _isOpen && !_end.IsCompleted;

    /// <summary>The program's exit code and the end of what it wrote to its standard error.</summary>
    public string? Ending { get; private set; }

    /// <summary>Starts a program.</summary>
    /// <param name="command">
    /// The program and its arguments, separated by white space; quotes of either kind keep an argument together. No shell reads it: backslashes,
    /// variables, <c>~</c>, <c>*</c> and <c>|</c> are text.
    /// </param>
    /// <param name="settings">What else to know.</param>
    /// <exception cref="ArgumentException">The command is empty, or a quote in it is not closed.</exception>
    /// <exception cref="ConnectFailedException">The program is not there or cannot be started.</exception>
    public static ProcessTransport Start(string command, ProcessSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        settings ??= new ProcessSettings();
        if (ProblemOf(command) is { } problem)
            throw new ArgumentException(problem, nameof(command));
        var words = CommandWords.Split(command, out _);
        var program = words[0];
        try
        {
            var process = Process.Start(HowToStart(program, words, settings)) ?? throw new ConnectFailedException($"Cannot start '{program}'.", ConnectFailure.NotStarted);
            return new ProcessTransport(process, Path.GetFileName(program), settings);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new ConnectFailedException($"Cannot start '{program}': {(e as Win32Exception)?.NativeErrorCode switch { 2 => "there is no such program", 13 => "it may not be run", _ => e.Message }}.", ConnectFailure.NotStarted, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await _process.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
                return count;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
        {
            // a program that was ended has nothing more to say
        }

        if (_isOpen)
            await SayEndingAsync().ConfigureAwait(false);
        _isOpen = false;
        return 0;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (!_isOpen)
            throw new IOException($"The link to {Description} is closed.");
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            await input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            await SayEndingAsync().ConfigureAwait(false);
            _isOpen = false;
            throw new IOException($"The link to {Description} is closed.", e);
        }
    }

    /// <summary>Closes the program's input; where it does not end then, ends it and all that it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        _isOpen = false;
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // what was not written yet is read by nobody
        }

        if (!await EndsWithinAsync(_settings.Farewell).ConfigureAwait(false))
        {
            Kill();
            await EndsWithinAsync(s_killed).ConfigureAwait(false);
        }

        _process.Dispose();
    }

    /// <summary>Why a command is none; null if it is one. Its arguments are not shown.</summary>
    internal static string? ProblemOf(string command) => (CommandWords.Split(command, out var isClosed), isClosed) switch
    {
        ([], _) => "The command is empty.",
        ([var program, ..], false) => $"A quote in the command that starts '{program}' is not closed.",
        _ => null,
    };

    private static ProcessStartInfo HowToStart(string program, IReadOnlyList<string> words, ProcessSettings settings)
    {
        var start = new ProcessStartInfo(program, words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["TERM"] = settings.TerminalType;
        start.Environment["COLUMNS"] = settings.Columns.ToString(CultureInfo.InvariantCulture);
        start.Environment["LINES"] = settings.Rows.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    // The end of the output comes a moment before the exit code.
    private async Task SayEndingAsync()
    {
        await Task.WhenAll(_end, _errorsRead).WaitAsync(s_lastWords, _settings.TimeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var exit = _end.IsCompletedSuccessfully ? string.Create(CultureInfo.InvariantCulture, $"{Description} has ended with exit code {_process.ExitCode}") : $"{Description} has closed its output";
        Ending = _errors.Text is { Length: > 0 } said ? $"{exit}; it said: {said}." : $"{exit}.";
    }

    private async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        await _end.WaitAsync(limit, _settings.TimeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _end.IsCompleted;
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // it has ended in this moment, or is not ours to end
        }
    }
}
