using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Services;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Restarts;

/// <summary>Types what restarts a device, and waits on the same link, until the device is back or the link is lost.</summary>
internal sealed partial class Restart
{
    private readonly CommandLine _line;
    private readonly string _where;
    private readonly RestartKind _kind;
    private readonly ReloadOptions _options;
    private readonly RestartDialog _dialog;
    private readonly Dialog _questions;
    private bool _hasLoggedIn;

    public Restart(CommandLine line, string where, RestartKind kind, ReloadOptions options, (Dialog Questions, Func<string?> Password) login)
    {
        (_line, _where, _kind, _options) = (line, where, kind, options);
        _dialog = new RestartDialog(options.Save, login.Password);
        // the device's own questions come before those of a login: "Enter the password for" is none
        _questions = options.Reply.Then(_dialog.Dialog).Then(new Dialog([.. login.Questions.Select(Noted)]));
        if (kind == RestartKind.Switchover)
            _questions = new Dialog(DialogStatement.Failure(new TextPattern("locked console", Locked(), PatternScope.EachLine), LockedOut)).Then(_questions);
    }

    /// <summary>What the device said so far.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Restarts.</summary>
    /// <returns>True if the device is back on this link; false if the link is lost.</returns>
    /// <exception cref="ReloadFailedException">The device went on as before.</exception>
    public async ValueTask<bool> RunAsync(string command, Deadline deadline)
    {
        Add(await _line.RunAsync(command, _questions, new CommandWait { MayCloseLink = true, Nudge = _options.Quiet }, deadline).ConfigureAwait(false));
        if (!_line.Terminal.IsOpen)
            return false;
        if (CommandLine.FindError(Output, _line.Platform.ErrorPatterns) is { } error && !_hasLoggedIn)
            throw new ReloadFailedException($"{_where}: '{command}' was refused: {error.Trim()}", Output, isRefused: true);
        Add(await _line.WaitForQuietAsync(_questions, _options.Quiet, deadline).ConfigureAwait(false));
        if (!_line.Terminal.IsOpen)
            return false;
        return _dialog.HasAsked || _hasLoggedIn || !_kind.Asks
            ? true
            : throw new ReloadFailedException($"{_where}: the device shows its prompt again after '{command}' and did not begin a {_kind.Name}. {FailureText.LastLines(Output)}", Output, isRefused: true);
    }

    public ReloadFailedException NotBack(TimeSpan limit, Exception? last) => NotBack($"within {FailureText.Seconds(limit)}", last);

    public ReloadFailedException NotBack(int attempts, Exception? last) => NotBack($"after {attempts} {(attempts == 1 ? "attempt" : "attempts")} to connect", last);

    private ReloadFailedException NotBack(string how, Exception? last) => new(
        $"{_where}: the device did not come back from its {_kind.Name} {how}. {(last is null ? FailureText.LastLines(Output) : $"The last attempt: {last.Message}")}", Output, isRefused: false, last);

    private ReloadFailedException LockedOut(Terminal terminal, TextMatch match) => new(
        $"{_where}: this console is that of the standby now, which is locked ('{match.Value.Trim()}'). A path to the active supervisor goes on.", Output, isRefused: false);

    private DialogStatement Noted(DialogStatement statement) => statement with
    {
        Answer = (terminal, match, token) =>
        {
            _hasLoggedIn = true;
            return statement.Answer(terminal, match, token);
        },
    };

    private void Add(string text)
    {
        text = _line.Terminal.Redactor.Redact(text);
        Output = Output.Length == 0 ? text : text.Length == 0 ? Output : $"{Output}\n{text}";
    }

    [GeneratedRegex(@"^[^\n]*standby console (?:is )?disabled[^\n]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Locked();
}

/// <summary>What restarts.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Asks">True if it asks something, or ends at a login, where it is done: otherwise it was refused.</param>
internal sealed record RestartKind(string Name, bool Asks)
{
    public static RestartKind Reload { get; } = new("reload", Asks: true);

    /// <summary>A supervisor may hand over without a question; its state tells afterwards.</summary>
    public static RestartKind Switchover { get; } = new("switchover", Asks: false);
}
