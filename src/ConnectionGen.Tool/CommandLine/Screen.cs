namespace ConnectionGen.Tool;

/// <summary>
/// Where the command prints, and what is known of it. The console is first touched when something is printed: it sends sequences of its own to a terminal
/// then, which a simulated device on that terminal would not.
/// </summary>
internal sealed class Screen(Lazy<TextWriter> output, Lazy<TextWriter> error, Lazy<int?> width, Lazy<int?> liveWidth)
{
    private const int UsualWidth = 80;

    /// <summary>A screen that is no console.</summary>
    public Screen(TextWriter output, TextWriter error, int? width = null, int? liveWidth = null)
        : this(new Lazy<TextWriter>(output), new Lazy<TextWriter>(error), new Lazy<int?>(width), new Lazy<int?>(liveWidth))
    {
    }

    /// <summary>What is asked for: tables, answers, files.</summary>
    public TextWriter Output => output.Value;

    /// <summary>What is said beside it: problems, progress, summaries.</summary>
    public TextWriter Error => error.Value;

    /// <summary>Columns of the output; null where it is no terminal, so that lines are not cut or folded for one.</summary>
    public int? Width => width.Value;

    /// <summary>Columns for one status line that is written over and over; null where nobody would see it live.</summary>
    public int? LiveWidth => liveWidth.Value;

    /// <summary>Whether it is the console of the process.</summary>
    public bool IsConsole { get; private init; }

    /// <summary>Whether the output takes colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Whether <see cref="Error"/> takes colours: one of the two may be a file.</summary>
    public bool ErrorHasColours { get; init; }

    /// <summary>The clock of log lines.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The environment's variables.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    public static Screen OfConsole()
    {
        var isDumb = System.Environment.GetEnvironmentVariable("TERM") == "dumb";
        // https://no-color.org
        var areColoursWanted = !isDumb && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(
            new Lazy<TextWriter>(static () => Console.Out),
            new Lazy<TextWriter>(static () => Console.Error),
            new Lazy<int?>(static () => Console.IsOutputRedirected ? null : WindowWidth()),
            new Lazy<int?>(() => Console.IsErrorRedirected || isDumb ? null : WindowWidth()))
        {
            IsConsole = true,
            HasColours = areColoursWanted && !Console.IsOutputRedirected,
            ErrorHasColours = areColoursWanted && !Console.IsErrorRedirected,
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var columns ? columns : UsualWidth;
        }
        catch (Exception error) when (error is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }
}
