namespace ConnectionGen.Cli.Platforms;

/// <summary>The platforms that a connection chooses from by a device's <c>os</c>, <c>platform</c> and <c>model</c>.</summary>
public sealed class PlatformCatalog
{
    private readonly Dictionary<string, Platform> _platforms;

    /// <summary>A catalog of platforms; of two with one name the later counts.</summary>
    /// <param name="platforms">The platforms; one of them is named <c>generic</c> and stands in for those unknown.</param>
    public PlatformCatalog(IEnumerable<Platform> platforms)
    {
        ArgumentNullException.ThrowIfNull(platforms);
        _platforms = new Dictionary<string, Platform>(StringComparer.OrdinalIgnoreCase);
        foreach (var platform in platforms)
            _platforms[platform.Name] = platform;
        if (!_platforms.ContainsKey("generic"))
            throw new ArgumentException("A catalog needs a platform named 'generic', which stands in for those unknown.", nameof(platforms));
    }

    /// <summary>The library's own platforms.</summary>
    public static PlatformCatalog Default { get; } = new(CliPlatforms.All);

    /// <summary>The names there are, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. _platforms.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A catalog with one more platform, or another of the same name.</summary>
    /// <param name="platform">The platform.</param>
    public PlatformCatalog With(Platform platform) => new(_platforms.Values.Append(platform));

    /// <summary>Chooses the most specific of the names that is known: <paramref name="model"/>, <paramref name="platform"/>, <paramref name="os"/>; otherwise <c>generic</c>.</summary>
    /// <param name="os">The device's operating system.</param>
    /// <param name="platform">The device's platform.</param>
    /// <param name="model">The device's model.</param>
    /// <param name="isKnown">False if none of the names is known.</param>
    public Platform Choose(string? os, string? platform, string? model, out bool isKnown)
    {
        foreach (var name in new[] { model, platform, os })
        {
            if (!string.IsNullOrEmpty(name) && _platforms.TryGetValue(name, out var found))
            {
                isKnown = true;
                return found;
            }
        }

        isKnown = false;
        return _platforms["generic"];
    }
}
