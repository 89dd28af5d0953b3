namespace ConnectionGen.Cli.Platforms;

/// <summary>How a platform is reloaded: data, which <c>ReloadAsync</c> reads.</summary>
public sealed record ReloadRules
{
    /// <summary>What to type.</summary>
    public string Command { get; init; } = "reload";

    /// <summary>What reloads one member of a stack, or one module: <c>{member}</c> in it stands for its number. Null where there is no such command.</summary>
    public string? Member { get; init; }

    /// <summary>How long it may take until the device is back, unless said otherwise.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);
}
