namespace ConnectionGen.Cli.Services;

/// <summary>
/// Which credentials a connection logs in with: a sequence, one for each login on the way, and those to fall back on after a refusal, in order. It says
/// what was tried, and ends after so many refusals, before the device locks the user out.
/// </summary>
internal sealed class LoginPlan(IReadOnlyList<LoginCredential> sequence, IReadOnlyList<LoginCredential> fallbacks, int attempts = LoginPlan.UsualAttempts)
{
    public const int UsualAttempts = 3;

    private readonly List<string> _tried = [];
    private LoginCredential? _replacement;
    private int _next;
    private int _nextFallback;
    private int _refusals;

    public static LoginPlan None { get; } = new([], []);

    /// <summary>The names of the credentials that were used, in order.</summary>
    public IReadOnlyList<string> Tried => _tried;

    /// <summary>Them as a message has them.</summary>
    public string TriedText => string.Join(", ", _tried.Select(static name => $"'{name}'"));

    public bool HasAny => sequence.Count > 0;

    /// <summary>True where a refusal is not the end as such.</summary>
    public bool HasFallbacks => fallbacks.Count > 0;

    /// <summary>The credential to fall back on that was used last; null where none was.</summary>
    public string? LastFallback { get; private set; }

    /// <summary>The credential used last; null before the first.</summary>
    public LoginCredential? Last { get; private set; }

    /// <summary>True between a refusal and the use of what takes the refused one's place.</summary>
    public bool IsFallingBack => _replacement is not null;

    /// <summary>What comes next without using it; null where nothing does.</summary>
    public LoginCredential? Coming => _replacement ?? (_next < sequence.Count ? sequence[_next] : null);

    /// <summary>The credential for the next login. A device that asks again after the last one has refused that without a word.</summary>
    /// <returns>Null where none is left.</returns>
    public LoginCredential? Next()
    {
        if (Coming is null && !TryFallBack())
            return null;
        Last = Coming!;
        if (_replacement is null)
            _next++;
        else
            LastFallback = Last.Name;
        _replacement = null;
        _tried.Add(Last.Name);
        return Last;
    }

    /// <summary>The last credential was refused.</summary>
    /// <returns>True if another takes its place.</returns>
    public bool TryFallBack()
    {
        if (_tried.Count == 0 || ++_refusals >= attempts || _nextFallback == fallbacks.Count)
            return false;
        _replacement = fallbacks[_nextFallback++];
        return true;
    }

    /// <summary>The last credential was not refused: the device had asked for its password out of turn.</summary>
    public void TakeBack()
    {
        _next = Math.Max(0, _next - 1);
        _tried.RemoveAt(_tried.Count - 1);
    }

    /// <summary>The login was refused, and no credential is left.</summary>
    /// <param name="message">What was refused and how.</param>
    /// <param name="cause">The library's exception, if there is one.</param>
    public AuthenticationFailedException Refused(string message, Exception? cause = null) => HasFallbacks
        ? new CredentialsExhaustedException($"{message}{(_nextFallback < fallbacks.Count ? $" No more are tried: {attempts} refusals are the limit (key: login_attempts)." : "")}", Tried, cause)
        : new AuthenticationFailedException(message, cause);
}
