using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Services;

/// <summary>A device of a few lines of code, at the other end of a transport without a network.</summary>
internal sealed class ScriptedDevice : IAsyncDisposable
{
    public ScriptedDevice(Platform platform, TimeProvider? time = null, params (string, Func<string?>)[] enablePasswords)
        : this(platform, [], time, enablePasswords)
    {
    }

    /// <param name="platform">What it is taken for.</param>
    /// <param name="names">What the testbed calls it.</param>
    /// <param name="time">The clock of the terminal.</param>
    /// <param name="enablePasswords">What the testbed has for its modes.</param>
    public ScriptedDevice(Platform platform, IReadOnlyList<string> names, TimeProvider? time = null, params (string, Func<string?>)[] enablePasswords)
    {
        Terminal = new Terminal(Link, new TerminalSettings { TimeProvider = time ?? TimeProvider.System, Name = () => "r1" });
        Line = new CommandLine(Terminal, platform, () => new EnablePasswords(enablePasswords), names: names);
        Link.OnLine = line => Answer(line);
    }

    public MemoryTransport Link { get; } = new();

    public Terminal Terminal { get; }

    public CommandLine Line { get; }

    /// <summary>What follows the echo: output and the next prompt.</summary>
    public Func<string, string> Reply { get; set; } = _ => "r1# ";

    public bool Echoes { get; set; } = true;

    public static Deadline Deadline(double seconds = 30) => new(TimeProvider.System, TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    public async Task<string> RunAsync(string command, double seconds = 30)
    {
        using var deadline = Deadline(seconds);
        return await Line.RunAsync(command, Dialog.Empty, deadline);
    }

    public async Task FindPromptAsync(string greeting)
    {
        Link.Says(greeting);
        using var deadline = Deadline();
        await Line.FindPromptAsync(Dialog.Empty, nudge: null, deadline);
    }

    public async Task GoToAsync(string mode)
    {
        using var deadline = Deadline();
        await Line.GoToAsync(mode, deadline);
    }

    public ValueTask DisposeAsync() => Terminal.DisposeAsync();

    private string Answer(string line) => (Echoes ? line + "\r\n" : "") + Reply(line);
}
