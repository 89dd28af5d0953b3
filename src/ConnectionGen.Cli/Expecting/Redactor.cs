using System.Text;

namespace ConnectionGen.Cli.Expecting;

/// <summary>Takes secrets out of text that people read: those that a session has sent, and those that its path knows.</summary>
/// <param name="known">What is known beforehand; asked once, when it is first needed.</param>
internal sealed class Redactor(Func<IEnumerable<string>>? known = null)
{
    /// <summary>What stands for a secret.</summary>
    public const string Instead = "***";

    private readonly Lock _lock = new();
    private volatile string[] _secrets = [];
    private volatile Func<IEnumerable<string>>? _known = known;

    private string[] Secrets
    {
        get
        {
            if (_known is not null)
                AddKnown();
            return _secrets;
        }
    }

    public void Add(string secret)
    {
        if (secret.Length == 0)
            return;
        lock (_lock)
        {
            if (!_secrets.Contains(secret, StringComparer.Ordinal))
                _secrets = [.. _secrets, secret];
        }
    }

    // Who comes meanwhile waits: without them he would show what they hide.
    private void AddKnown()
    {
        lock (_lock)
        {
            foreach (var secret in _known?.Invoke() ?? [])
                Add(secret);
            _known = null;
        }
    }

    /// <summary>The text without secrets.</summary>
    public string Redact(string text) => Replace(text, Find(text));

    /// <summary>The text without secrets, where it may have been cut: most of a secret at its end is one, too.</summary>
    public string RedactCutOff(string text) => Replace(text, FindCutOff(text));

    /// <summary>Where secrets are, in order; those that overlap or touch are one.</summary>
    public List<Range> Find(string text)
    {
        var found = new List<Range>();
        foreach (var secret in Secrets)
        {
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
                found.Add(at..(at + secret.Length));
        }

        return found.Count < 2 ? found : Merge(found);
    }

    /// <summary>Where secrets are, and at the end of the text the first half or more of one.</summary>
    public List<Range> FindCutOff(string text)
    {
        var found = Find(text);
        var begun = BegunAtEnd(text, atLeastHalf: true);
        if (begun == 0)
            return found;
        found.Add((text.Length - begun)..text.Length);
        return Merge(found);
    }

    /// <summary>How much of the end of a text may be the begin of a secret, with more to come.</summary>
    public int BegunAtEnd(string text) => BegunAtEnd(text, atLeastHalf: false);

    private int BegunAtEnd(string text, bool atLeastHalf)
    {
        var longest = 0;
        foreach (var secret in Secrets)
        {
            var least = atLeastHalf ? Math.Max(longest, (secret.Length - 1) / 2) : longest;
            for (var length = Math.Min(secret.Length - 1, text.Length); length > least; length--)
            {
                if (!text.AsSpan().EndsWith(secret.AsSpan(0, length)))
                    continue;
                longest = length;
                break;
            }
        }

        return longest;
    }

    private static List<Range> Merge(List<Range> found)
    {
        found.Sort(static (a, b) => a.Start.Value.CompareTo(b.Start.Value));
        var merged = new List<Range> { found[0] };
        foreach (var next in found)
        {
            if (next.Start.Value > merged[^1].End.Value)
                merged.Add(next);
            else
                merged[^1] = merged[^1].Start.Value..Math.Max(merged[^1].End.Value, next.End.Value);
        }

        return merged;
    }

    private static string Replace(string text, List<Range> secrets)
    {
        if (secrets.Count == 0)
            return text;
        var shown = new StringBuilder(text.Length);
        var at = 0;
        foreach (var secret in secrets)
        {
            shown.Append(text, at, secret.Start.Value - at).Append(Instead);
            at = secret.End.Value;
        }

        return shown.Append(text, at, text.Length - at).ToString();
    }
}
