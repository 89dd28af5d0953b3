namespace ConnectionGen.Cli.Platforms;

/// <summary>Says that a platform does not have something, and which ones do.</summary>
internal static class PlatformSupport
{
    public static NotSupportedException Missing(string where, Platform platform, string what, Func<Platform, bool> has) =>
        new($"{where}: the platform '{platform.Name}' has no {what}. Platforms that have it: {string.Join(", ", CliPlatforms.All.Where(has).Select(static known => known.Name))}.");
}
