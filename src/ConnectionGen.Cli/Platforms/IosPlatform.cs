namespace ConnectionGen.Cli.Platforms;

/// <summary>Cisco IOS.</summary>
internal static class IosPlatform
{
    public static Platform Ios { get; } = GenericPlatform.Generic with { Name = "ios" };
}
