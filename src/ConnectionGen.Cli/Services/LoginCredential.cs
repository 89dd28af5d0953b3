namespace ConnectionGen.Cli.Services;

/// <summary>A credential as a login needs it; secrets are asked for when they are sent.</summary>
internal sealed record LoginCredential(string Name, Func<string?> UserName, Func<string?> Password, Func<string?> Passphrase)
{
    /// <summary>What is sent after the password has been; null for nothing.</summary>
    public string? AfterPassword { get; init; }
}
