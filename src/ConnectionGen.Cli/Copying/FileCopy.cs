using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Platforms;
using ConnectionGen.Cli.Services;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Copying;

/// <summary>Copies by a device's command line, once more where the network is what failed.</summary>
internal sealed partial class FileCopy(CommandLine line, string where, CopyRequest request, Func<string?> userName, Func<string?> password, IProgress<CopyProgress>? progress)
{
    private readonly TimeProvider _time = line.Terminal.TimeProvider;
    private string? _shown;

    /// <summary>True if the device was told no VRF, though the request names one.</summary>
    public bool LeftOutVrf { get; private set; }

    public async ValueTask<CopyResult> RunAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var rules = line.Platform.Copy ?? throw PlatformSupport.Missing(where, line.Platform, "copy", static platform => platform.Copy is not null);
        var command = CommandOf(rules);
        var start = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var text = await TryAsync(command, rules, limit, cancellationToken).ConfigureAwait(false);
                return new CopyResult(BytesIn(text), _time.GetElapsedTime(start), attempt, text);
            }
            catch (CopyFailedException e) when (e.Failure is CopyFailure.Network or CopyFailure.TimedOut && attempt < request.Attempts)
            {
                // the next one waits for the end of this one first
            }
        }
    }

    private async ValueTask<string> TryAsync(string command, CopyRules rules, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(_time, limit, cancellationToken);
        var dialog = new CopyDialog(where, request, userName, password);
        string text;
        try
        {
            text = Redact(await line.RunUntilInterruptedAsync(command, dialog.Dialog, rules.Interrupt, deadline, progress is null ? null : Report).ConfigureAwait(false));
        }
        catch (ExpectTimeoutException e)
        {
            throw new CopyFailedException($"{where}: '{Redact(command)}' did not end within {FailureText.Seconds(limit)}. {FailureText.LastLines(e.Received)}", CopyFailure.TimedOut, e.Received, e);
        }

        if (dialog.LeftAlone)
            throw new CopyFailedException($"{where}: '{Redact(command)}' was not done: the file is there already ({nameof(CopyRequest.Overwrite)}).", CopyFailure.Exists, text);
        if (CopyErrors.Find(text) is { } error)
            throw new CopyFailedException($"{where}: '{Redact(command)}' failed: {error.Text}", error.Failure, text);
        LeftOutVrf = request.Vrf is not null && rules.Vrf is null && !dialog.AskedForVrf;
        return text;
    }

    private string CommandOf(CopyRules rules)
    {
        foreach (var text in new[] { request.Source, request.Destination, request.Options, request.Server, request.SourceFile, request.DestinationFile, request.Vrf })
        {
            if (text?.AsSpan().ContainsAnyInRange('\0', '\x1f') == true)
                throw new ArgumentException("What a copy says is single lines without control characters.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(request.Source, nameof(request));
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Destination, nameof(request));
        if (request.Server is null && (RemoteAlone().IsMatch(request.Source) || RemoteAlone().IsMatch(request.Destination)))
            throw new ArgumentException($"A copy from or to a server names it: in {nameof(CopyRequest.Server)}, or in the address, as in scp://192.0.2.1/file.");
        foreach (var address in new[] { request.Source, request.Destination })
        {
            if (UrlPassword().Match(address) is { Success: true } secret)
                line.Terminal.Redactor.Add(secret.Groups["password"].Value);
        }

        var vrf = request.Vrf is { } name && rules.Vrf is { } word ? word.Replace("{value}", name, StringComparison.Ordinal) : "";
        return string.Join(' ', rules.Command
            .Replace("{source}", request.Source, StringComparison.Ordinal)
            .Replace("{destination}", request.Destination, StringComparison.Ordinal)
            .Replace("{vrf}", vrf, StringComparison.Ordinal)
            .Replace("{options}", request.Options, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Redact(string text) => line.Terminal.Redactor.Redact(text);

    // What is shown while a file travels stands on the last line, and is written over.
    private void Report()
    {
        var text = Encoding.UTF8.GetString(line.Terminal.Screen.LastLine).TrimEnd();
        if (text.Length == 0 || text == _shown)
            return;
        _shown = text;
        progress!.Report(new CopyProgress(Redact(text), Percent().Matches(text) is [.., var percent] ? double.Parse(percent.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : null, BytesIn(text)));
    }

    private static long? BytesIn(string text)
    {
        if (Bytes().Matches(text) is not [.., var match])
            return null;
        var unit = match.Groups["unit"].Value is [var first, ..] ? char.ToUpperInvariant(first) switch { 'K' => 1L << 10, 'M' => 1L << 20, 'G' => 1L << 30, _ => 1 } : 1;
        return decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue / unit ? (long)(number * unit) : null;
    }

    [GeneratedRegex(@"^(?:tftp|ftp|scp|sftp|rcp|https?):/*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex RemoteAlone();

    [GeneratedRegex(@"^\w+://[^:/@\s]+:(?<password>[^@\s]+)@", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"(?<number>\d{1,3}(?:\.\d+)?) ?%", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<number>\d[\d,]*(?:\.\d+)?) ?(?<unit>[KMG]i?B|bytes|B)\b(?!/s)(?!ps)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Bytes();
}
