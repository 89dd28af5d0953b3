using System.Text;
using ConnectionGen.Cli.Screens;

namespace ConnectionGen.Cli.Services;

/// <summary>Finds the line on which the device repeats a command: what comes before it belongs to something else.</summary>
internal sealed class EchoWatch(Screen screen, string command)
{
    // further down it is output, not an echo
    private const int MostLines = 40;

    private readonly byte[] _command = Encoding.UTF8.GetBytes(command.Trim());
    private long _next = screen.FinishedLength;
    private int _lines;

    /// <summary>True once the echo was seen.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>Where the output begins, in bytes of finished lines.</summary>
    public long End { get; private set; } = screen.FinishedLength;

    public void Look()
    {
        while (!IsSeen && _next < screen.FinishedLength && _lines < MostLines)
        {
            var bytes = screen.FinishedFrom(_next);
            var end = bytes.IndexOf((byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' ');
            _next += (end < 0 ? bytes.Length : end) + 1;
            _lines++;
            if (!line.EndsWith(_command))
                continue;
            IsSeen = true;
            End = _next;
        }
    }
}
