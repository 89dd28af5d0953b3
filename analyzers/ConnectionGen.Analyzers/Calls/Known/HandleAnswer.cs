namespace ConnectionGen.Analyzers;

/// <summary>Which connection a handle stands for.</summary>
/// <param name="Device">On which device.</param>
/// <param name="Alias">Its alias; null for the default one.</param>
/// <param name="IsAliasKnown">False where the alias cannot be told.</param>
internal sealed record HandleAnswer(DeviceAnswer Device, string? Alias, bool IsAliasKnown)
{
    public static readonly HandleAnswer Unknown = new(DeviceAnswer.Unknown, null, IsAliasKnown: false);
}
