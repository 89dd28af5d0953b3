using System.Diagnostics;
using System.Text;

namespace ConnectionGen.Tool.Tests;

/// <summary>A program whose standard streams are a dialogue. Disposing ends it.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly StringBuilder _unread = new();

    private RunningProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static RunningProcess Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return new RunningProcess(Process.Start(start)!);
    }

    private int Id => _process.Id;

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        await _process.StandardInput.BaseStream.FlushAsync(TestContext.Current.CancellationToken);
    }

    public async Task<string> ReadToAsync(string end)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_deadline);
        while (!_unread.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var length = await _process.StandardOutput.BaseStream.ReadAsync(_buffer, limit.Token);
            Assert.True(length > 0, $"ended while waiting for '{end}', there is '{_unread}'; errors: {(length == 0 ? await _errors : "")}");
            _unread.Append(Encoding.UTF8.GetString(_buffer, 0, length));
        }

        var text = _unread.ToString();
        _unread.Clear();
        return text;
    }

    /// <summary>Presses Ctrl-C, as a terminal tells it.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("/bin/kill", ["-INT", $"{Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_deadline);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
