using System.Runtime.InteropServices;

namespace ConnectionGen.Tool;

/// <summary>
/// Where standard input is a terminal, as sshd gives one to a client that asks for it, the terminal itself would echo, edit lines and
/// exchange line ends. The simulated device does all that, so for its session the terminal does nothing.
/// </summary>
internal sealed partial class RawTerminal : IDisposable
{
    private const int StandardInput = 0;
    private const int Now = 0;

    // more than any system's struct termios; only the system looks inside
    private readonly byte[] _before = new byte[512];

    private RawTerminal()
    {
    }

    /// <summary>Null where standard input is not a terminal, or the system has no termios.</summary>
    public static RawTerminal? Take()
    {
        if (OperatingSystem.IsWindows() || Console.IsInputRedirected)
            return null;

        var terminal = new RawTerminal();
        if (GetAttributes(StandardInput, terminal._before) != 0)
            return null;

        var raw = terminal._before.AsSpan().ToArray();
        MakeRaw(raw);
        _ = SetAttributes(StandardInput, Now, raw);
        return terminal;
    }

    public void Dispose() => _ = SetAttributes(StandardInput, Now, _before);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int file, byte[] attributes);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int file, int when, byte[] attributes);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(byte[] attributes);
}
